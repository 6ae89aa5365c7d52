import { onTestFinished } from 'vitest'
import { type startTmdb as Start, startTmdb } from '../../../sandbox/tmdb/start-tmdb.ts'

type Options = NonNullable<Parameters<typeof Start>[0]>

/** The stand-in for one test, on a clock that the test can move. */
export const tmdbForTest = async (options: Options & { day?: string } = {}) => {
  let time = Date.parse(options.day ?? '2025-06-01')
  const clock = { now: () => time }
  const tmdb = await startTmdb({ clock, ...options })
  onTestFinished(tmdb.close)

  const ask = async (path: string, token = tmdb.token) => {
    // A second passes before each call, so that nobody is too fast unless they mean to be.
    time += 1001
    return askAtOnce(path, token)
  }
  const askAtOnce = async (path: string, token = tmdb.token) => {
    const response = await fetch(`${tmdb.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
    const text = await response.text()
    return { status: response.status, headers: response.headers, json: JSON.parse(text) }
  }
  const titles = async (path: string): Promise<string[]> =>
    (await ask(path)).json.results.map((one: { title?: string; name?: string }) => one.title ?? one.name)

  return { tmdb, ask, askAtOnce, titles }
}
