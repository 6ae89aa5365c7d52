import type { Title } from '../titles/title.ts'

/** What a server has of a title; of a show, how many episodes of each season. */
type Holding = Readonly<{ seasons?: ReadonlyMap<number, number> }>

/** Whether a server has all of a title that is out: the film, or every season with as many episodes as it has. */
export const hasAll = (
  { kind, seasons = [] }: Pick<Title, 'kind' | 'seasons'>,
  holding: Holding | undefined,
  now: number,
): boolean => {
  if (holding === undefined) return false
  if (kind === 'film') return true
  const out = seasons.filter(
    ({ number, firstAired }) => number > 0 && firstAired !== undefined && firstAired <= now,
  )
  return (
    out.length > 0 &&
    out.every(
      ({ number, episodes }) => episodes !== undefined && (holding.seasons?.get(number) ?? 0) >= episodes,
    )
  )
}
