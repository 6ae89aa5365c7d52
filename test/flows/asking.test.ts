import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { type House, openHouse } from '../support/house.ts'

describe('finding the title that is meant', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('sqlite')
    await setUp(house.stage, silent)
  })
  afterAll(() => house.leave())

  it.each([
    `https://www.imdb.com/title/tt2543164/`,
    'tt2543164',
    `https://www.themoviedb.org/movie/${FILM.tmdbId}-arrival`,
    'https://letterboxd.com/film/arrival-2016/',
    'letterboxd.com/somebody/film/arrival-2016/',
  ])('by the link %s', async (title) => {
    const { discord, anna } = house.stage
    const person = discord.as(anna)
    const typed = await person.type('request', 'title', title)
    expect(typed.choices?.[0]?.name).toContain('Arrival (2016)')
    const card = await (await person.slash('request', { title })).settled()
    expect(card.text()).toContain('Arrival (2016)')
  })

  it('but nothing by blanks alone', async () => {
    const { discord, anna } = house.stage
    const answer = await (await discord.as(anna).slash('request', { title: '   ' })).settled()
    expect(answer.text()).toContain('Nothing found')
  })

  it('by words that may mean several, with Results to pick from', async () => {
    const { discord, anna } = house.stage
    const person = discord.as(anna)
    const picker = await (await person.slash('request', { title: 'the' })).settled()
    expect(picker.text()).toContain('titles for “the”')
    const [first] = (await person.type('request', 'title', 'star wars')).choices ?? []
    expect(first?.name).toContain('Star Wars')
    const again = await (await person.slash('request', { title: 'star' })).settled()
    const card = await (await person.choose(again, 'Results', ['Star Wars (1977)'])).settled()
    expect(card.text()).toContain('Star Wars (1977)')
  })
})

describe('finding titles without TMDB', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('sqlite', { TMDB_TOKEN: '' })
    await setUp(house.stage, silent)
  })
  afterAll(() => house.leave())

  it.each(['arrival', 'tt2543164', `https://www.themoviedb.org/movie/${FILM.tmdbId}`])(
    'asks Radarr for %s',
    async (title) => {
      const { discord, anna } = house.stage
      const person = discord.as(anna)
      expect((await person.type('request', 'title', title)).choices?.[0]?.name).toContain('Arrival (2016)')
      const card = await (await person.slash('request', { title: `film-tmdb-${FILM.tmdbId}` })).settled()
      expect(card.text()).toContain('Arrival (2016)')
      expect(card.text()).toContain('[Request]')
    },
  )
})
