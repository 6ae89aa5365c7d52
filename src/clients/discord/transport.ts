import type { RESTOptions } from '@discordjs/rest'
import { Fault } from '../../platform/faults.ts'
import { MAX_BYTES } from '../http/body.ts'

const bodyOf = async (response: Response): Promise<Uint8Array | null> => {
  if (response.body === null) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    size += chunk.length
    if (size > MAX_BYTES) throw refused(`more than ${MAX_BYTES} bytes`)
    chunks.push(chunk)
  }
  return size === 0 ? null : Buffer.concat(chunks)
}

const refused = (said: string): Fault =>
  new Fault({ kind: 'bad-shape', service: 'Discord', operation: 'answer', said })

/**
 * How the REST manager sends a request: the body is read whole before the manager sees the answer, because its
 * deadline ends there, and a redirect, which would take the bot's token along, is not followed.
 */
export const transport: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    const response = await fetch(url, {
      method: init.method ?? 'GET',
      headers: init.headers as Record<string, string>,
      body: init.body as string | FormData | null,
      signal: init.signal ?? null,
      redirect: 'manual',
    })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw refused('redirect')
    }
    const { status, statusText, headers } = response
    return new Response(await bodyOf(response), { status, statusText, headers })
  } catch (error) {
    // What happened to the socket is the cause of what fetch says.
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error
  }
}
