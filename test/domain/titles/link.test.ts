import { describe, expect, it } from 'vitest'
import { partYear, readLink } from '../../../src/domain/titles/link.ts'

describe('a pasted link', () => {
  it.each([
    ['https://www.imdb.com/title/tt2543164/', { source: 'imdb', value: 'tt2543164' }],
    ['https://m.imdb.com/de/title/tt2543164/?ref_=fn_al_tt_1', { source: 'imdb', value: 'tt2543164' }],
    ['tt2543164', { source: 'imdb', value: 'tt2543164' }],
    [
      'https://www.themoviedb.org/movie/329865-arrival?language=de',
      { source: 'tmdb', value: '329865', kind: 'film' },
    ],
    ['https://themoviedb.org/tv/456', { source: 'tmdb', value: '456', kind: 'show' }],
    ['https://thetvdb.com/?tab=series&id=71663', { source: 'tvdb', value: '71663' }],
    ['https://www.thetvdb.com/dereferrer/series/71663', { source: 'tvdb', value: '71663' }],
    ['https://thetvdb.com/series/the-simpsons', { words: 'the simpsons', kind: 'show' }],
    ['https://letterboxd.com/film/arrival-2016/', { words: 'arrival 2016', kind: 'film' }],
    ['www.imdb.com/title/tt2543164', { source: 'imdb', value: 'tt2543164' }],
    ['<https://www.imdb.com/title/tt2543164/>', { source: 'imdb', value: 'tt2543164' }],
    ['themoviedb.org/tv/456-dark/season/2', { source: 'tmdb', value: '456', kind: 'show' }],
    ['https://letterboxd.com/anna_b/film/arrival-2016/1/', { words: 'arrival 2016', kind: 'film' }],
    ['  https://letterboxd.com/film/arrival-2016/  ', { words: 'arrival 2016', kind: 'film' }],
  ])('%s is read', (text, link) => {
    expect(readLink(text)).toEqual(link)
  })

  it.each([
    'arrival',
    'https://example.com/title/tt2543164/',
    'https://imdb.com.example.org/title/tt2543164/',
    'https://www.imdb.com/name/nm0000001/',
    'https://www.themoviedb.org/person/1',
    'ttt2543164',
    'notimdb.com/title/tt2543164',
    'see imdb.com/title',
    'javascript:https://imdb.com/title/tt2543164',
    '',
  ])('%j is no link', (text) => {
    expect(readLink(text)).toBeUndefined()
  })
})

describe('the year at the end of a link', () => {
  it.each([
    ['arrival 2016', { words: 'arrival', year: 2016 }],
    ['blade runner 2049', { words: 'blade runner', year: 2049 }],
    ['2012', undefined],
    ['1917', undefined],
    ['district 9', undefined],
    ['2001 a space odyssey', undefined],
  ])('%s', (text, parted) => {
    expect(partYear(text)).toEqual(parted)
  })
})
