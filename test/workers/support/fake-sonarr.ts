import type { ArrEpisode, ArrShow, ShowToAdd, SonarrQueueItem } from '../../../src/clients/arr/types.ts'
import { NOW } from '../../actions/support/desk.ts'

const DAY = 86_400_000

/** Episodes of one season, of which the first `files` are here; all were aired yesterday and nobody monitors them. */
export const season = (number: number, count: number, files = 0): ArrEpisode[] =>
  Array.from({ length: count }, (_, at) => ({
    id: number * 100 + at + 1,
    season: number,
    episode: at + 1,
    airsAt: NOW - DAY,
    hasFile: at < files,
    monitored: false,
  }))

/**
 * As much of a Sonarr as has one show, number 7. A test gives it its episodes, changes them, and reads what it was
 * told. `hooks.add` is called once a show was added, and `hooks.refuse` before: what they throw is what the caller hears.
 */
export const fakeSonarr = (has: boolean, episodes: readonly ArrEpisode[]) => {
  const state = { has, episodes: [...episodes], queue: [] as SonarrQueueItem[] }
  const calls: string[] = []
  const added: ShowToAdd[] = []
  const hooks = { refuse: (): void => undefined, add: (): void => undefined }
  const show: ArrShow = {
    arrId: 7,
    tvdbId: 1,
    title: 'Up',
    monitored: true,
    monitorsNew: false,
    ended: false,
    seasons: [],
  }
  const wake = (isMeant: (one: ArrEpisode) => boolean): void => {
    state.episodes = state.episodes.map((one) => (isMeant(one) ? { ...one, monitored: true } : one))
  }
  const sonarr = {
    find: async () => {
      calls.push('find')
      return state.has ? show : undefined
    },
    add: async (wish: ShowToAdd) => {
      calls.push('add')
      hooks.refuse()
      state.has = true
      added.push(wish)
      hooks.add()
      return show.arrId
    },
    episodes: async () => {
      calls.push('episodes')
      return state.episodes
    },
    monitor: async (_: number, { seasons, future }: Pick<ShowToAdd, 'seasons' | 'future'>) => {
      calls.push(`monitor ${seasons.join()}${future ? ' and later' : ''}`)
      wake((one) => seasons.includes(one.season))
    },
    monitorEpisodes: async (ids: readonly number[]) => {
      calls.push(`monitor episodes ${ids.join()}`)
      wake(({ id }) => ids.includes(id))
    },
    searchSeason: async (_: number, number: number) => void calls.push(`search season ${number}`),
    searchEpisodes: async (ids: readonly number[]) => void calls.push(`search episodes ${ids.join()}`),
    queue: async () => {
      calls.push('queue')
      return state.queue
    },
  }
  return { sonarr, state, calls, added, hooks }
}
