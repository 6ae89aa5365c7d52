import type { ArrShow, HistoryEvent, Sonarr, SonarrQueueItem } from '../../src/clients/arr/types.ts'
import { absent, type Hook, hooked, offered, readable, type Tell } from './arr.ts'
import { createHistory } from './history.ts'
import { call, Refusal, type Service } from './outside.ts'
import type { Program } from './program.ts'
import type { ShowPlan } from './scenario.ts'
import { violate, type World } from './world.ts'

/** An episode as Sonarr has it. */
export type Episode = {
  readonly id: number
  readonly season: number
  readonly episode: number
  readonly airsAt: number
  monitored: boolean
  hasFile: boolean
  /** Somebody deleted its file, and it is not to come back by itself. */
  isUnwanted: boolean
  wasDeleted: boolean
  /** When its file first came, in the run's time; undefined for one that was there before the run. */
  arrived?: number
  lastSearchAt?: number
  searchedByUs: boolean
  /** How it was when the run began. */
  wasHere: boolean
  wasMonitored: boolean
  downloading: boolean
}

type Download = {
  readonly id: string
  readonly episodes: readonly Episode[]
  readonly from: number
  readonly lengthMs: number
  isBlocked: boolean
}

/** A show as Sonarr has it. */
export type Show = {
  readonly arrId: number
  readonly tvdbId: number
  readonly addedByUs: boolean
  /** Since when it is there, in the run's time. */
  readonly since: number
  monitored: boolean
  monitorsNew: boolean
  readonly seasons: Map<number, boolean>
  readonly episodes: Episode[]
  /** While it still reads them, it has none to show. */
  isReading: boolean
  downloads: Download[]
}

/** Between a look and the add that follows it passes no more. */
const READ_MS = 30_000

/** A Sonarr that does with the episodes of shows what it is asked to, and tells of it. */
export const createSonarr = (
  world: World,
  tell: Tell,
  plans: readonly ShowPlan[],
  hook: Hook,
  skewMs: number,
) => {
  const { timeline, random } = world
  const service: Service = { name: 'sonarr', isDown: false, breaks: undefined, actsLate: true }
  const shows = new Map<number, Show>()
  const history = createHistory(world, skewMs)
  let made = 0

  const told = (eventType: string, show: Show, episodes: readonly Episode[], more: object = {}): void =>
    tell('sonarr', {
      eventType,
      series: { id: show.arrId, tvdbId: show.tvdbId },
      episodes: episodes.map(({ season, episode }) => ({ seasonNumber: season, episodeNumber: episode })),
      ...more,
    })

  const note = (
    show: Show,
    episodes: readonly Episode[],
    what: HistoryEvent['what'],
    more: Partial<HistoryEvent> = {},
  ): void => {
    for (const { id } of episodes) history.write({ arrId: show.arrId, episodeId: id, what, ...more })
  }

  const episodeOf = (season: number, episode: number, airsAt: number, monitored: boolean): Episode => {
    made += 1
    return {
      id: made,
      season,
      episode,
      airsAt,
      monitored,
      hasFile: false,
      isUnwanted: false,
      wasDeleted: false,
      searchedByUs: false,
      wasHere: false,
      wasMonitored: false,
      downloading: false,
    }
  }

  const put = (
    plan: ShowPlan,
    seasons: readonly number[],
    state: Pick<Show, 'addedByUs' | 'monitorsNew'>,
  ): Show => {
    made += 1
    const show: Show = {
      arrId: 500 + made,
      tvdbId: plan.tvdbId,
      monitored: true,
      since: timeline.elapsed(),
      ...state,
      seasons: new Map(plan.seasons.map(({ number }) => [number, seasons.includes(number)])),
      episodes: plan.seasons.flatMap(({ number, episodes }) =>
        episodes.map((airsAt, index) => episodeOf(number, index + 1, airsAt, seasons.includes(number))),
      ),
      isReading: false,
      downloads: [],
    }
    shows.set(plan.tvdbId, show)
    return show
  }

  const isMissing = ({ hasFile, downloading, airsAt }: Episode): boolean =>
    !hasFile && !downloading && airsAt <= timeline.now()

  const importAll = (show: Show, download: Download): void => {
    show.downloads = show.downloads.filter((one) => one !== download)
    for (const [index, episode] of download.episodes.entries()) {
      timeline.after(index * random.between(10, 3_000), () => {
        episode.downloading = false
        episode.hasFile = true
        if (!episode.wasHere) episode.arrived ??= timeline.elapsed()
        world.trace('sonarr imports', `${episode.season}.${episode.episode}`)
        note(show, [episode], 'imported', { downloadId: download.id })
        told('Download', show, [episode], { downloadId: download.id, isUpgrade: false })
        return false
      })
    }
  }

  const end = (show: Show, download: Download): void => {
    if (random.chance(world.weather.arrs / 2)) {
      download.isBlocked = true
      told('ManualInteractionRequired', show, download.episodes, { downloadId: download.id })
    } else if (random.chance(world.weather.arrs)) {
      show.downloads = show.downloads.filter((one) => one !== download)
      for (const episode of download.episodes) episode.downloading = false
      note(show, download.episodes, 'failed', { downloadId: download.id, said: 'No disk space' })
      timeline.after(20_000, () => grab(show, download.episodes))
    } else importAll(show, download)
  }

  const grab = (show: Show, wanted: readonly Episode[]): boolean => {
    const missing = wanted.filter(isMissing)
    const packs = random.chance(0.5) ? [missing] : missing.map((one) => [one])
    for (const episodes of packs) {
      if (episodes.length === 0) continue
      made += 1
      const lengthMs = random.between(5_000, 100_000)
      const download = { id: `show-${made}`, episodes, from: timeline.elapsed(), lengthMs, isBlocked: false }
      show.downloads.push(download)
      for (const episode of episodes) episode.downloading = true
      note(show, episodes, 'grabbed', { downloadId: download.id })
      told('Grab', show, episodes, { downloadId: download.id })
      timeline.after(lengthMs, () => {
        end(show, download)
        return false
      })
    }
    return false
  }

  const search = (show: Show, episodes: readonly Episode[]): void => {
    for (const episode of episodes) {
      episode.lastSearchAt = timeline.now()
      episode.searchedByUs = true
      episode.isUnwanted = false
    }
    timeline.after(random.between(1_000, 20_000), () => grab(show, episodes))
  }

  const showOf = (arrId: number): Show => {
    const show = [...shows.values()].find((one) => one.arrId === arrId)
    if (show === undefined) throw new Refusal('not-found')
    return show
  }

  const find = (tvdbId: number): ArrShow | undefined => {
    const show = shows.get(tvdbId)
    return (
      show && {
        arrId: show.arrId,
        tvdbId,
        title: 'Show',
        monitored: show.monitored,
        monitorsNew: show.monitorsNew,
        ended: false,
        seasons: [],
      }
    )
  }

  const add = (tvdbId: number, seasons: readonly number[], future: boolean): number => {
    if (shows.has(tvdbId)) throw new Refusal('conflict', { said: 'already been added' })
    const plan = plans.find((one) => one.tvdbId === tvdbId)
    if (plan === undefined) throw new Refusal('rejected')
    const show = put(plan, seasons, { addedByUs: true, monitorsNew: future })
    show.isReading = true
    world.trace('sonarr adds', String(tvdbId))
    timeline.after(random.between(100, 8_000), () => {
      show.isReading = false
      return false
    })
    told('SeriesAdd', show, [])
    return show.arrId
  }

  const monitor = (show: Show, seasons: readonly number[], future: boolean): void => {
    show.monitored = true
    if (future) show.monitorsNew = true
    for (const season of seasons) {
      if (show.seasons.get(season) === true) continue
      show.seasons.set(season, true)
      for (const episode of show.episodes) if (episode.season === season) episode.monitored = true
    }
  }

  const queue = (): SonarrQueueItem[] =>
    [...shows.values()].flatMap(({ arrId, downloads }) =>
      downloads.flatMap(({ id, episodes, from, lengthMs, isBlocked }) =>
        episodes.map((episode) => ({
          arrId,
          downloadId: id,
          percent: Math.min(100, ((timeline.elapsed() - from) * 100) / lengthMs),
          state: isBlocked ? ('blocked' as const) : ('downloading' as const),
          season: episode.season,
          episodeId: episode.id,
        })),
      ),
    )

  return {
    service,
    shows,
    put,
    /** A season is announced and aired at once, which Sonarr finds by itself when it is to monitor such. */
    announce: (tvdbId: number): void => {
      const show = shows.get(tvdbId)
      if (show === undefined || show.isReading) return
      const number = Math.max(...show.seasons.keys()) + 1
      show.seasons.set(number, show.monitorsNew)
      const airsAt = timeline.now() - 1_000
      const episodes = [1, 2].map((index) => episodeOf(number, index, airsAt, show.monitorsNew))
      show.episodes.push(...episodes)
      if (show.monitorsNew) grab(show, episodes)
    },
    /** Somebody deletes the file of an episode. */
    empty: (tvdbId: number, nth: number): void => {
      const show = shows.get(tvdbId)
      const here = show?.episodes.filter(({ hasFile }) => hasFile) ?? []
      const episode = here[nth % Math.max(1, here.length)]
      if (show === undefined || episode === undefined) return
      episode.hasFile = false
      episode.isUnwanted = true
      episode.wasDeleted = true
      note(show, [episode], 'file-deleted')
      told('EpisodeFileDelete', show, [episode], { deleteReason: 'manual' })
    },
    history,
    hook,
    /** What people and time do in the end. */
    heal: (finds: boolean, isWaited: boolean): void => {
      for (const show of shows.values()) {
        for (const download of show.downloads) if (download.isBlocked) importAll(show, download)
        if (!finds) continue
        grab(
          show,
          show.episodes.filter(
            ({ monitored, isUnwanted }) => monitored && show.monitored && (isWaited || !isUnwanted),
          ),
        )
      }
    },
    isQuiet: (): boolean =>
      [...shows.values()].every(
        ({ downloads, episodes }) =>
          downloads.length === 0 && episodes.every(({ downloading }) => !downloading),
      ),
    lineOf: (program: () => Program): Sonarr => {
      const ask = <T>(operation: string, effect: () => T): Promise<T> =>
        call(world, program(), service, operation, effect)
      const some = (show: Show, ids: readonly number[]): Episode[] =>
        show.episodes.filter(({ id }) => ids.includes(id))
      const ofAll = (ids: readonly number[]): { show: Show; episodes: Episode[] }[] =>
        [...shows.values()].map((show) => ({ show, episodes: some(show, ids) }))
      return {
        ...absent,
        ...offered('Sonarr', ask),
        ...hooked(hook, ask),
        historySince: (since) => readable(history, since, ask),
        find: (tvdbId) => ask(`find ${tvdbId}`, () => find(tvdbId)),
        episodes: (arrId) =>
          ask(`episodes of ${arrId}`, () => {
            const show = showOf(arrId)
            return show.isReading ? [] : show.episodes.map((episode) => ({ ...episode }))
          }),
        add: ({ tvdbId, seasons, future }) => {
          const there = shows.get(tvdbId)
          if (there !== undefined && timeline.elapsed() - there.since > READ_MS)
            violate(world, 'nothing is added without a look', `show ${tvdbId}`)
          return ask(`add ${tvdbId}`, () => add(tvdbId, seasons, future))
        },
        monitor: (arrId, { seasons, future }) =>
          ask(`monitor ${arrId}: ${seasons}`, () => monitor(showOf(arrId), seasons, future)),
        monitorEpisodes: (ids) =>
          ask(`monitor episodes ${ids}`, () => {
            for (const { episodes } of ofAll(ids)) for (const episode of episodes) episode.monitored = true
          }),
        searchSeason: (arrId, season) =>
          ask(`search ${arrId}: ${season}`, () => {
            const show = showOf(arrId)
            search(
              show,
              show.episodes.filter((one) => one.season === season && one.monitored),
            )
          }),
        searchEpisodes: (ids) =>
          ask(`search episodes ${ids}`, () => {
            for (const { show, episodes } of ofAll(ids)) if (episodes.length > 0) search(show, episodes)
          }),
        queue: () => ask('queue', queue),
      }
    },
  }
}

export type SimulatedSonarr = ReturnType<typeof createSonarr>
