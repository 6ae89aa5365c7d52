import type { Title } from '../../../sandbox/arr/kit/titles.ts'

const seasons = (tvdbId: number, ...counts: number[]) =>
  counts.map((count, index) => ({
    seasonNumber: index + 1,
    episodes: Array.from({ length: count }, (_, place) => ({
      episodeNumber: place + 1,
      title: `Part ${place + 1}`,
      airDate: `20${10 + index}-06-${String(place + 1).padStart(2, '0')}`,
      overview: `What happens in part ${place + 1}.`,
      tvdbId: tvdbId * 100 + index * 10 + place,
    })),
  }))

export const BUNNY: Title = {
  tmdbId: 10378,
  imdbId: 'tt1254207',
  title: 'Big Buck Bunny',
  year: 2008,
  runtime: 10,
  genres: ['Animation', 'Comedy', 'Family'],
  overview: 'A giant rabbit takes his revenge.',
  certification: 'G',
  inCinemas: '2008-04-10',
  digitalRelease: '2008-05-30',
  physicalRelease: '2008-07-10',
}

export const SINTEL: Title = {
  tmdbId: 45745,
  imdbId: 'tt1727587',
  title: 'Sintel',
  year: 2010,
  runtime: 15,
  genres: ['Animation', 'Fantasy'],
  overview: 'A girl looks for a dragon.',
  inCinemas: '2010-09-27',
}

/** A film that is far from out. */
export const TOMORROW: Title = {
  tmdbId: 900001,
  title: 'Sintel: Tomorrow',
  year: 2099,
  runtime: 90,
  genres: [],
  overview: '',
  inCinemas: '2099-01-01',
}

export const PIONEER = {
  tmdbId: 33110,
  tvdbId: 170551,
  imdbId: 'tt1748166',
  title: 'Pioneer One',
  year: 2010,
  runtime: 35,
  genres: ['Drama', 'Science Fiction'],
  overview: 'An object in the sky spreads radiation over North America.',
  network: 'VODO',
  ended: true,
  seasons: [
    {
      seasonNumber: 0,
      episodes: [{ episodeNumber: 1, title: 'Making of', airDate: '2010-07-01', tvdbId: 1 }],
    },
    ...seasons(170551, 3, 2),
  ],
} satisfies Title

export const TITLES = [BUNNY, SINTEL, TOMORROW, PIONEER]
