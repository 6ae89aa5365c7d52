import type { Answer } from '../../kit/answers.ts'
import type { Stage } from '../../stage.ts'

const NOT_FOUND: Answer = { status: 404, body: 'There is no such picture.', type: 'text/plain' }

/** Only what draws and cannot run is handed on. */
const PICTURE = /^image\/(png|jpeg|webp|gif)$/

/**
 * Fetches a picture for the page as Discord's own proxy does, from the stand-ins that serve pictures and from nowhere
 * else, so that the page itself talks to one address only.
 */
export const fetchPicture = async ({ tmdb, discord }: Stage, address: string | null): Promise<Answer> => {
  const origins = [tmdb.imageUrl, discord.url].map((url) => new URL(url).origin)
  const url = URL.parse(address ?? '')
  if (!url || !origins.includes(url.origin)) return NOT_FOUND
  const answer = await fetch(url, { redirect: 'error' }).catch(() => undefined)
  const type = answer?.headers.get('content-type')?.split(';')[0] ?? ''
  if (!answer?.ok || !PICTURE.test(type)) return NOT_FOUND
  return { status: 200, body: new Uint8Array(await answer.arrayBuffer()), type }
}
