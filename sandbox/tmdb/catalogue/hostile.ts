import type { Catalogue, CatalogueFilm, CatalogueShow } from './types.ts'

/** Numbers that no title of the real catalogue has. */
const FIRST = 990_000_001

const film = (facts: Partial<CatalogueFilm> & { tmdbId: number; title: string }): CatalogueFilm => ({
  originalTitle: facts.title,
  year: 2020,
  runtime: 90,
  genres: ['Drama'],
  originalLanguage: 'en',
  country: 'US',
  popularity: 1,
  overview: 'A film that was never made. It is here to see what a title can do.',
  inCinemas: '2020-02-02',
  ...facts,
})

const without = <One extends object, Key extends keyof One>(one: One, key: Key): Omit<One, Key> => {
  const { [key]: _, ...rest } = one
  return rest
}

/** Titles that try to be something else in a message. */
const TITLES: readonly string[] = [
  '**Bold** _and_ ~~struck~~ `code` ||hidden||',
  '@everyone @here',
  '<@1> <@&2> <#3> </request:4>',
  '[Free films](https://example.com/steal)',
  '# Heading\n> quote\n- list',
  'Right\u202Eot\u202C-to-left \u2066isolate\u2069',
  'Zero\u200Bwidth\u200C\u200D\uFEFF\u2060joiners',
  'Z\u0351\u036B\u0343a\u0300\u0301\u0302\u0303\u0304\u0305l\u0306\u0307\u0308\u0309g\u030A\u030B\u030Co',
  '🎬🍿👩‍👩‍👧‍👦🏳️‍🌈 <:fake:123> <a:fake:456>',
  '<t:0:R> <script>alert(1)</script> &amp; "quotes" \'too\'',
  `The ${'Very '.repeat(60)}Long Title`.slice(0, 300),
  '   ',
  '{title} {{title}} %s {0}',
  '../../etc/passwd\u0000\u0007',
  'Ünïcödé – „Größe“ — 東京 — العربية — עברית',
]

/** The number that a film and a show have in common. */
export const SHARED_ID = FIRST + 100

const bare: CatalogueFilm = {
  ...without(
    film({ tmdbId: FIRST + 50, title: 'Nothing Known', year: 0, runtime: 0, genres: [], overview: '' }),
    'inCinemas',
  ),
}

const show = (facts: Partial<CatalogueShow> & { tmdbId: number; title: string }): CatalogueShow => ({
  originalTitle: facts.title,
  year: 2020,
  runtime: 0,
  genres: [],
  originalLanguage: 'en',
  country: 'US',
  popularity: 1,
  overview: '',
  status: 'Planned',
  network: '',
  seasons: [],
  ...facts,
})

/** Titles made up to break what shows them. Never part of the catalogue that people see. */
export const hostile: Catalogue = {
  films: [
    ...TITLES.map((title, index) => film({ tmdbId: FIRST + index, title })),
    bare,
    film({ tmdbId: FIRST + 51, title: 'No Plot', overview: '' }),
    film({
      tmdbId: FIRST + 52,
      title: 'Long Plot',
      overview: '**All** of @everyone went to <@1>. '.repeat(150),
    }),
    film({ tmdbId: FIRST + 53, title: 'Far Future', year: 2099, inCinemas: '2099-12-31' }),
    film({ tmdbId: SHARED_ID, title: 'The Same Number' }),
  ],
  shows: [
    show({ tmdbId: SHARED_ID, title: 'The Same Number' }),
    show({ tmdbId: FIRST + 101, title: 'No Seasons', year: 0 }),
    show({
      tmdbId: FIRST + 102,
      title: 'Specials Alone',
      status: 'Ended',
      seasons: [{ number: 0, episodes: [{ number: 1, title: '@everyone' }] }],
    }),
    show({
      tmdbId: FIRST + 103,
      title: '*Sixty* Seasons',
      status: 'Returning Series',
      seasons: Array.from({ length: 60 }, (_, index) => ({
        number: index + 1,
        episodes: [
          {
            number: 1,
            title: `[Season](https://example.com/${index + 1})`,
            airDate: `${1960 + index}-01-01`,
          },
        ],
      })),
    }),
    show({
      tmdbId: FIRST + 104,
      title: 'Gaps',
      status: 'Canceled',
      seasons: [2, 5, 2005].map((number) => ({ number, episodes: [{ number: 7, title: '' }] })),
    }),
  ],
}
