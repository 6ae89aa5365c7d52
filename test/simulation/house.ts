import type { Tell } from './arr.ts'
import { createDiscord, dmOf } from './discord.ts'
import type { Core } from './load.ts'
import { createPolls } from './polls.ts'
import { type Program, startProgram } from './program.ts'
import { createRadarr } from './radarr.ts'
import { createRedis } from './redis.ts'
import { CALM, type Scenario, START } from './scenario.ts'
import { FILM_TMDB, furnish } from './setting.ts'
import { createSonarr } from './sonarr.ts'
import type { World } from './world.ts'

/** An absence that has to be noticed. */
const LONG_MS = 240_000
/** For so long a webhook that failed is left alone; the first failures are forgiven. */
const BLOCKED_MS = [0, 300_000, 3_600_000]

/** Everything that one run consists of: the services, and the processes of the program, which start again when killed. */
export const openHouse = async (world: World, cores: readonly Core[], scenario: Scenario) => {
  const { timeline, random } = world
  const [core] = cores
  if (core === undefined) throw new Error('no program to run')
  const setting = await furnish(world, core, scenario)
  const redis = createRedis(world)
  const polls = createPolls(world, redis)
  const discord = createDiscord(world)
  for (const who of scenario.closed) discord.closed.add(dmOf(who))
  const programs: (Program | undefined)[] = []
  let born = 0
  let lastStart = 0
  let awaySince: number | undefined
  let backAt = 0

  const alive = (): Program[] => programs.filter((one) => one?.life.alive).filter((one) => one !== undefined)

  /** Somebody in front of the program: whoever presses or calls, gets one of its processes, if any runs. */
  const anyone = (): Program | undefined => {
    const running = alive()
    return running.length === 0 ? undefined : random.pick(running)
  }

  const hooks = {
    radarr: { instanceId: setting.instances.radarr, blockedAt: 0, blockedUntil: 0 },
    sonarr: { instanceId: setting.instances.sonarr, blockedAt: 0, blockedUntil: 0 },
  }
  /** The kinds of webhooks that were taken. */
  const heard = new Set<string>()

  const store: Tell = (kind, body) => {
    const { instanceId, blockedUntil } = hooks[kind]
    if (blockedUntil > timeline.elapsed()) return
    const program = anyone()
    if (program === undefined) {
      hooks[kind].blockedAt = timeline.elapsed()
      hooks[kind].blockedUntil = timeline.elapsed() + random.pick(BLOCKED_MS)
      return
    }
    const { eventType } = body
    const hook = {
      instanceId,
      ...program.core.contentKey(instanceId, eventType, body),
      eventType,
      body: JSON.stringify(body),
    }
    program.core.storeArrival(program.actions, { kind: 'system', name: `webhook.${kind}` }, hook).then(
      () => heard.add(eventType),
      () => undefined,
    )
  }

  /** Webhooks come once, or not at all, or several times, and in any order. */
  const tell: Tell = (kind, body) => {
    const wild = random.chance(world.weather.hooks)
    const copies = wild ? random.pick([0, 0, 2, 3]) : 1
    for (let copy = 0; copy < copies; copy += 1) {
      timeline.after(wild ? random.between(10, 60_000) : 20, () => {
        store(kind, body)
        return true
      })
    }
  }

  const radarr = createRadarr(world, tell, hooks.radarr, scenario.skews.radarr)
  const sonarr = createSonarr(world, tell, [scenario.plan], hooks.sonarr, scenario.skews.sonarr)

  const start = async (index: number): Promise<void> => {
    const own = cores[index]
    if (own === undefined) throw new Error('no such process')
    born += 1
    lastStart = timeline.elapsed()
    if (awaySince !== undefined && lastStart - awaySince > LONG_MS) backAt = lastStart
    awaySince = undefined
    const name = `${'ab'[index]}${born}`
    world.trace(name, 'starts')
    programs[index] = await startProgram(world, {
      core: own,
      name,
      redis: redis.lineOf,
      polls,
      alone: scenario.processes === 1,
      outside: (program) => {
        const [films, shows] = [radarr.lineOf(program), sonarr.lineOf(program)]
        return {
          discord: discord.lineOf(program),
          radarr: () => films,
          sonarr: () => shows,
          arr: ({ kind }) => (kind === 'radarr' ? films : shows),
        }
      },
      died: (life) => {
        redis.abandon(life)
        if (alive().length === 0) awaySince ??= timeline.elapsed()
        timeline.after(life.awayMs, () => {
          void start(index)
          return true
        })
      },
    })
  }

  const { film, plan, show } = scenario
  if (film !== 'absent') {
    radarr.put(FILM_TMDB, { monitored: film === 'known', hasFile: film === 'here', addedByUs: false })
  }
  if (show !== 'absent') {
    const numbers = plan.seasons.map(({ number }) => number)
    const there = sonarr.put(plan, show === 'known' ? [] : show === 'here' ? numbers : numbers.slice(0, 1), {
      addedByUs: false,
      monitorsNew: false,
    })
    for (const episode of there.episodes) {
      episode.hasFile =
        episode.airsAt < timeline.now() && (show === 'here' || (show === 'partly' && episode.season === 1))
      episode.wasHere = episode.hasFile
      episode.wasMonitored = episode.monitored
    }
  }
  if (scenario.isOddlyDated) {
    const tomorrow = START + 86_400_000
    for (const { history } of [radarr, sonarr])
      history.write({ arrId: 9_999, episodeId: 0, what: 'other' }, tomorrow)
  }
  for (let index = 0; index < scenario.processes; index += 1) await start(index)

  return {
    core,
    setting,
    redis,
    discord,
    radarr,
    sonarr,
    programs,
    anyone,
    heard,
    scenario,
    /** When the program last came back after a long absence. */
    backAt: (): number => backAt,
    /** Since when all processes run; undefined while one is away. */
    isWholeSince: (): number | undefined => (alive().length === scenario.processes ? lastStart : undefined),
    /** Whether the order of what the clock showed is the order in which it happened. */
    isOrderTrue: (): boolean => !scenario.steps.some((step) => step.what === 'set the clock' && step.by < 0),
    clockWasSet: (): boolean => scenario.steps.some(({ what }) => what === 'set the clock'),
    /** Ends all trouble: what was away is back, and from now on nothing goes wrong. */
    heal: (): void => {
      world.weather = CALM
      for (const service of [radarr.service, sonarr.service, discord.service]) {
        service.isDown = false
        service.breaks = undefined
      }
      for (const program of programs) if (program !== undefined) program.life.stepsLeft = undefined
      redis.setDown(false)
      discord.troubles.clear()
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>
