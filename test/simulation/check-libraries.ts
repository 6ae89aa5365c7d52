import { asksFor, isLater, type Wish } from '../../src/domain/seasons/wish.ts'
import type { House } from './house.ts'
import { everApproved, requestRows } from './rows.ts'
import { START } from './scenario.ts'
import { FILM_TMDB } from './setting.ts'
import type { Episode, Show } from './sonarr.ts'
import { violate, type World } from './world.ts'

const checkFilm = (world: World, { radarr }: House, approved: boolean): void => {
  const film = radarr.films.get(FILM_TMDB)
  if (film?.addedByUs && !approved) violate(world, 'only what is approved is added', 'the film')
  if (!approved || radarr.isRemoved()) return
  if (film === undefined) violate(world, 'what is approved is added', 'the film')
  else if (!film.monitored && !film.hasFile && film.isUnwanted !== true)
    violate(world, 'what is approved is monitored', 'the film')
  else if (film.searched === undefined && !film.wasHere)
    violate(world, 'what is approved is searched for', 'the film')
}

const seasonsIn = (show: Show): string =>
  JSON.stringify(show.episodes.map(({ season, episode, monitored }) => [season, episode, monitored]))

const checkShow = (world: World, show: Show, wishes: readonly Wish[]): void => {
  const isAsked = (one: Episode): boolean => wishes.some((wish) => asksFor(wish, one))
  const mayBeLater = (one: Episode): boolean => wishes.some((wish) => isLater(wish, one))
  for (const one of show.episodes) {
    const name = `${one.season}.${one.episode} of ${seasonsIn(show)}`
    if (isAsked(one)) {
      if (!one.monitored && !one.wasHere) violate(world, 'what is asked for is monitored', name)
      if (!one.searchedByUs && !one.wasHere && one.airsAt < START)
        violate(world, 'what is asked for is searched for', name)
    } else {
      if (one.monitored && !one.wasMonitored && !mayBeLater(one))
        violate(world, 'only what is asked for is monitored', name)
      if (one.searchedByUs) violate(world, 'only what is asked for is searched for', name)
    }
  }
  const future = wishes.some((wish) => wish.future)
  if (show.monitorsNew !== future) violate(world, 'later seasons come when asked for', `${future}`)
}

/** What Radarr and Sonarr were made to do is what was approved, and no more. */
export const checkLibraries = (world: World, house: House): void => {
  const approved = everApproved(world.ledger)
  const requests = requestRows(world.ledger).filter(({ id }) => approved.has(id))
  checkFilm(
    world,
    house,
    requests.some(({ kind }) => kind === 'film'),
  )
  const wishes = requests.flatMap(({ wish }) => wish ?? [])
  const show = [...house.sonarr.shows.values()][0]
  if (show !== undefined) {
    if (show.addedByUs && wishes.length === 0) violate(world, 'only what is approved is added', 'the show')
    checkShow(world, show, wishes)
  } else if (wishes.length > 0) violate(world, 'what is approved is added', 'the show')
}
