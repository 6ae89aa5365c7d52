import { expect, it } from 'vitest'
import { tmdbForTest } from './client.ts'

it('wants its token, and says so as TMDB does', async () => {
  const { tmdb, ask } = await tmdbForTest()
  const wrong = {
    status_code: 7,
    status_message: 'Invalid API key: You must be granted a valid key.',
    success: false,
  }
  expect(await ask('/movie/27205', 'wrong')).toMatchObject({ status: 401, json: wrong })
  expect((await fetch(`${tmdb.url}/movie/27205?api_key=${tmdb.token}`)).status).toBe(401)
})

it('has not heard of most numbers and paths', async () => {
  const { ask } = await tmdbForTest()
  const missing = { success: false, status_code: 34 }
  for (const path of ['/movie/999999999', '/movie/abc', '/tv/27205', '/trending/movie/year', '/nothing'])
    expect(await ask(path), path).toMatchObject({ status: 404, json: missing })
})

it('takes forty calls a second', async () => {
  const { ask, askAtOnce } = await tmdbForTest()
  const statuses = await Promise.all(
    Array.from({ length: 41 }, async () => (await askAtOnce('/genre/tv/list')).status),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(40)
  const refused = await askAtOnce('/genre/tv/list')
  expect(refused).toMatchObject({ status: 429, json: { status_code: 25, success: false } })
  expect(refused.headers.get('retry-after')).toBe('1')
  expect((await ask('/genre/tv/list')).status).toBe(200)
})

it('misbehaves as it is told', async () => {
  const { tmdb, ask } = await tmdbForTest()
  tmdb.answer('/movie/27205', 500, { status_code: 11 }, 1)
  expect((await ask('/movie/27205')).status).toBe(500)
  expect((await ask('/movie/27205')).status).toBe(200)
  expect(tmdb.calls.map(({ status }) => status)).toEqual([500, 200])
  await tmdb.down()
  await expect(ask('/movie/27205')).rejects.toThrow()
})
