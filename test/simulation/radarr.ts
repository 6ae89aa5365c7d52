import type { HistoryEvent, QueueItem, Radarr } from '../../src/clients/arr/types.ts'
import { absent, type Hook, hooked, offered, readable, type Tell } from './arr.ts'
import { createHistory } from './history.ts'
import { call, Refusal, type Service } from './outside.ts'
import type { Program } from './program.ts'
import { violate, type World } from './world.ts'

type Download = {
  readonly id: string
  readonly from: number
  readonly lengthMs: number
  isBlocked: boolean
}

/** A film as Radarr has it. */
export type Film = {
  readonly arrId: number
  readonly tmdbId: number
  readonly addedByUs: boolean
  /** Since when it is there, in the run's time. */
  readonly since: number
  /** It was there with its file when the run began. */
  readonly wasHere: boolean
  monitored: boolean
  hasFile: boolean
  /** Somebody deleted its file, and it is not to come back by itself. */
  isUnwanted?: boolean
  /** When a better copy took the place of its file, by the program's clock. */
  upgradedAt?: number
  lastSearchAt?: number
  /** When it was last searched for, in the run's time. */
  searched?: number
  download?: Download | undefined
}

const TRY_AGAIN_MS = 20_000
/** Between a look and the add that follows it passes no more. */
const READ_MS = 30_000

/** A Radarr that finds, downloads and imports what it is asked to, and tells of it. */
export const createRadarr = (world: World, tell: Tell, hook: Hook, skewMs: number) => {
  const { timeline, random } = world
  const service: Service = { name: 'radarr', isDown: false, breaks: undefined, actsLate: true }
  const films = new Map<number, Film>()
  const history = createHistory(world, skewMs)
  let made = 0
  let wasRemoved = false

  const told = (eventType: string, film: Film, more: object = {}): void =>
    tell('radarr', { eventType, movie: { id: film.arrId, tmdbId: film.tmdbId }, ...more })

  const note = (film: Film, what: HistoryEvent['what'], more: Partial<HistoryEvent> = {}): void =>
    history.write({ arrId: film.arrId, episodeId: 0, what, ...more })

  const finish = (film: Film, download: Download): void => {
    film.download = undefined
    film.hasFile = true
    world.trace('radarr imports', String(film.tmdbId))
    note(film, 'imported', { downloadId: download.id })
    told('Download', film, { downloadId: download.id, isUpgrade: false })
  }

  const end = (film: Film, download: Download): void => {
    if (film.download !== download || films.get(film.tmdbId) !== film) return
    if (random.chance(world.weather.arrs / 2)) {
      download.isBlocked = true
      told('ManualInteractionRequired', film, { downloadId: download.id })
    } else if (random.chance(world.weather.arrs)) {
      film.download = undefined
      note(film, 'failed', { downloadId: download.id, said: 'No disk space' })
      timeline.after(TRY_AGAIN_MS, () => grab(film))
    } else finish(film, download)
  }

  const grab = (film: Film): boolean => {
    if (film.hasFile || film.download !== undefined || films.get(film.tmdbId) !== film) return false
    made += 1
    const lengthMs = random.between(5_000, 100_000)
    const download = { id: `film-${made}`, from: timeline.elapsed(), lengthMs, isBlocked: false }
    film.download = download
    world.trace('radarr grabs', String(film.tmdbId))
    note(film, 'grabbed', { downloadId: download.id })
    told('Grab', film, { downloadId: download.id })
    timeline.after(lengthMs, () => {
      end(film, download)
      return false
    })
    return false
  }

  const search = (film: Film): void => {
    film.lastSearchAt = timeline.now()
    film.searched = timeline.elapsed()
    film.isUnwanted = false
    timeline.after(random.between(1_000, 20_000), () => grab(film))
  }

  const filmOf = (arrId: number): Film => {
    const film = [...films.values()].find((one) => one.arrId === arrId)
    if (film === undefined) throw new Refusal('not-found')
    return film
  }

  const put = (tmdbId: number, state: Pick<Film, 'monitored' | 'hasFile' | 'addedByUs'>): Film => {
    made += 1
    const film = { arrId: 100 + made, tmdbId, since: timeline.elapsed(), wasHere: state.hasFile, ...state }
    films.set(tmdbId, film)
    return film
  }

  const add = (tmdbId: number): number => {
    if (films.has(tmdbId)) throw new Refusal('conflict', { said: 'already been added' })
    const film = put(tmdbId, { monitored: true, hasFile: false, addedByUs: true })
    world.trace('radarr adds', String(tmdbId))
    told('MovieAdded', film)
    search(film)
    return film.arrId
  }

  const queue = (): QueueItem[] =>
    [...films.values()].flatMap(({ arrId, download }) =>
      download === undefined
        ? []
        : {
            arrId,
            downloadId: download.id,
            percent: Math.min(100, ((timeline.elapsed() - download.from) * 100) / download.lengthMs),
            state: download.isBlocked ? 'blocked' : 'downloading',
          },
    )

  return {
    service,
    films,
    put,
    /** Somebody deletes a film. */
    remove: (tmdbId: number): void => {
      const film = films.get(tmdbId)
      if (film === undefined) return
      films.delete(tmdbId)
      history.forget(film.arrId)
      wasRemoved = true
      told('MovieDelete', film)
    },
    /** Somebody deletes its file. */
    empty: (tmdbId: number): void => {
      const film = films.get(tmdbId)
      if (film === undefined || !film.hasFile) return
      film.hasFile = false
      film.isUnwanted = true
      note(film, 'file-deleted')
      told('MovieFileDelete', film, { deleteReason: 'manual' })
    },
    /** A better copy takes the place of the one that is there. */
    upgrade: (tmdbId: number): void => {
      const film = films.get(tmdbId)
      if (film === undefined || !film.hasFile) return
      film.upgradedAt = timeline.now()
      note(film, 'file-deleted', { upgrade: true })
      note(film, 'imported')
      told('MovieFileDelete', film, { deleteReason: 'upgrade' })
      told('Download', film, { isUpgrade: true })
    },
    isHere: (): boolean => [...films.values()].some(({ hasFile }) => hasFile),
    /** Whether somebody ever deleted a film. */
    isRemoved: (): boolean => wasRemoved,
    history,
    hook,
    /** What people and time do in the end: what is blocked is imported, what is missing is found. */
    heal: (finds: boolean, isWaited: boolean): void => {
      for (const film of films.values()) {
        if (film.download?.isBlocked) finish(film, film.download)
        else if (film.monitored && finds && (isWaited || film.isUnwanted !== true)) grab(film)
      }
    },
    isQuiet: (): boolean => [...films.values()].every(({ download }) => download === undefined),
    lineOf: (program: () => Program): Radarr => {
      const ask = <T>(operation: string, effect: () => T): Promise<T> =>
        call(world, program(), service, operation, effect)
      return {
        ...absent,
        ...offered('Radarr', ask),
        ...hooked(hook, ask),
        historySince: (since) => readable(history, since, ask),
        find: (tmdbId) =>
          ask(`find ${tmdbId}`, () => {
            const film = films.get(tmdbId)
            return film && { ...film, title: 'Film' }
          }),
        add: ({ tmdbId }) => {
          const there = films.get(tmdbId)
          if (there !== undefined && timeline.elapsed() - there.since > READ_MS)
            violate(world, 'nothing is added without a look', `film ${tmdbId}`)
          return ask(`add ${tmdbId}`, () => add(tmdbId))
        },
        monitor: (arrId) =>
          ask(`monitor ${arrId}`, () => {
            filmOf(arrId).monitored = true
          }),
        search: (arrId) => ask(`search ${arrId}`, () => search(filmOf(arrId))),
        queue: () => ask('queue', queue),
      }
    },
  }
}

export type SimulatedRadarr = ReturnType<typeof createRadarr>
