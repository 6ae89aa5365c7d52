/** Somebody that a search over everything finds beside titles. */
export type Person = { id: number; name: string; department: 'Acting' | 'Directing'; popularity: number }

export const PEOPLE: readonly Person[] = [
  { id: 525, name: 'Christopher Nolan', department: 'Directing', popularity: 20 },
  { id: 488, name: 'Steven Spielberg', department: 'Directing', popularity: 18 },
  { id: 138, name: 'Quentin Tarantino', department: 'Directing', popularity: 17 },
  { id: 31, name: 'Tom Hanks', department: 'Acting', popularity: 30 },
  { id: 287, name: 'Brad Pitt', department: 'Acting', popularity: 29 },
  { id: 6384, name: 'Keanu Reeves', department: 'Acting', popularity: 28 },
]
