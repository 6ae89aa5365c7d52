import { badJson } from './errors.ts'

export type UploadedFile = {
  /** The n of `files[n]`. */
  number: string
  name: string
  type: string
  bytes: Uint8Array
}

export type Request = {
  method: string
  /** Without `/api/v10` and the query, decoded. */
  path: string
  route: string
  query: URLSearchParams
  body: unknown
  files: readonly UploadedFile[]
  /** The identifier that stands in the place of `{name}` in the route. */
  param(name: string): string
}

export type Reply = { status: number; body?: unknown }

export const ok = (body: unknown): Reply => ({ status: 200, body })
export const noContent: Reply = { status: 204 }

const json = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw badJson()
  }
}

const multipart = async (bytes: Buffer, type: string) => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const payload = form.get('payload_json')
  const uploads = [...form].flatMap(([name, value]) => {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1]
    return number !== undefined && typeof value !== 'string' ? [{ number, file: value }] : []
  })
  const files = await Promise.all(
    uploads.map(async ({ number, file }) => ({
      number,
      name: file.name,
      type: file.type || 'application/octet-stream',
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  return { body: typeof payload === 'string' ? json(payload) : undefined, files }
}

/** Reads JSON, or multipart with `payload_json` and `files[n]`. */
export const readBody = async (bytes: Buffer, type: string): Promise<Pick<Request, 'body' | 'files'>> =>
  type.startsWith('multipart/form-data')
    ? multipart(bytes, type)
    : { body: json(bytes.toString('utf8')), files: [] }
