import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Dispatcher } from 'undici'

/** How much of an answer is read when a call doesn't say. */
export const MAX_BYTES = 16 * 1024 * 1024

/** The body can't be read within its bounds: too large, or in an encoding that was not asked for. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const atMost = (bytes: number) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const chunk of source) {
      size += chunk.length
      if (size > bytes) throw new Unreadable(`more than ${bytes} bytes`)
      yield chunk
    }
  }

/**
 * Reads a body as text, `maxBytes` at most both as it came and decompressed. One layer of gzip is understood; a
 * server that stacks encodings, or uses one that was not offered, means no good.
 * @throws Unreadable
 */
export const readBody = async (
  { body, headers }: Pick<Dispatcher.ResponseData, 'body' | 'headers'>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> => {
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase()
  const chunks: Uint8Array[] = []
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) chunks.push(chunk)
  }
  if (encoding === 'gzip') {
    await pipeline(body, atMost(maxBytes), createGunzip(), atMost(maxBytes), collect, { signal })
  } else if (encoding === 'identity') {
    await pipeline(body, atMost(maxBytes), collect, { signal })
  } else {
    body.on('error', () => {}).destroy()
    throw new Unreadable('an encoding that was not asked for')
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
