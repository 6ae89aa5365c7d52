import { expect, it } from 'vitest'
import { tmdbForTest } from './client.ts'

it('finds by words, by their beginnings and by the whole title, the closest first', async () => {
  const { titles } = await tmdbForTest()
  expect((await titles('/search/movie?query=matrix'))[0]).toBe('The Matrix')
  expect(await titles('/search/movie?query=dark%20kni')).toEqual(['The Dark Knight', 'The Dark Knight Rises'])
  expect((await titles('/search/movie?query=AVENGERS'))[0]).toBe('The Avengers')
  expect(await titles('/search/movie?query=wall-e')).toEqual(['WALL·E'])
  expect((await titles('/search/movie?query=spiderman'))[0]).toBe('Spider-Man')
  expect(await titles('/search/movie?query=기생충')).toEqual(['Parasite'])
  expect(await titles('/search/movie?query=xyzzy')).toEqual([])
  expect(await titles('/search/movie?query=')).toEqual([])
})

it('knows a year in the text and one beside it', async () => {
  const { titles } = await tmdbForTest()
  expect(await titles('/search/movie?query=it 2017')).toEqual(['It'])
  expect(await titles('/search/movie?query=it 1990')).toEqual([])
  expect(await titles('/search/movie?query=spider-man&year=2002')).toEqual(['Spider-Man'])
  expect(await titles('/search/movie?query=spider-man&primary_release_year=2017')).toEqual([
    'Spider-Man: Homecoming',
  ])
  expect(await titles('/search/tv?query=saul&first_air_date_year=2015')).toEqual(['Better Call Saul'])
})

it('searches films, shows and people at once, and says which is which', async () => {
  const { ask } = await tmdbForTest()
  const kinds = async (query: string) =>
    (await ask(`/search/multi?query=${query}`)).json.results.map(
      (one: { media_type: string }) => one.media_type,
    )
  expect(await kinds('breaking')).toEqual(['tv'])
  expect(await kinds('inception')).toEqual(['movie'])
  expect(await kinds('tom hanks')).toEqual(['person'])
})

it('gives twenty a page and refuses odd pages', async () => {
  const { ask } = await tmdbForTest()
  const { json } = await ask('/search/movie?query=the')
  expect(json.results).toHaveLength(20)
  expect(json.total_pages).toBe(Math.ceil(json.total_results / 20))
  const last = (await ask(`/search/movie?query=the&page=${json.total_pages}`)).json
  expect(last.results.length).toBe(json.total_results - 20 * (json.total_pages - 1))
  expect((await ask('/search/movie?query=the&page=400')).json.results).toEqual([])
  for (const page of ['0', '501', 'two'])
    expect(await ask(`/search/movie?query=the&page=${page}`)).toMatchObject({
      status: 400,
      json: { status_code: 22 },
    })
  expect((await ask('/search/movie?query=xyzzy')).json).toEqual({
    page: 1,
    results: [],
    total_pages: 1,
    total_results: 0,
  })
})

it('has no plot in languages into which it was not translated', async () => {
  const { ask } = await tmdbForTest()
  const plot = async (language: string) =>
    (await ask(`/search/movie?query=inception&language=${language}`)).json.results[0].overview
  expect(await plot('en-US')).toMatch(/^A thief/)
  expect(await plot('de-DE')).toBe('')
})
