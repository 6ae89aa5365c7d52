import { titlesOf } from './arr/from-catalogue.ts'
import { createClock } from './arr/kit/clock.ts'
import { startRadarr } from './arr/radarr/start.ts'
import { startSonarr } from './arr/sonarr/start.ts'
import type { Check } from './discord/checks-seam.ts'
import { startDiscord } from './discord/start.ts'
import { createWorld } from './discord/world/create-world.ts'
import { startPlex } from './plex/start-plex.ts'
import { type Program, startProgram } from './program.ts'
import { catalogue as usual } from './tmdb/catalogue/catalogue.ts'
import type { Catalogue } from './tmdb/catalogue/types.ts'
import { startTmdb } from './tmdb/start-tmdb.ts'

const AHEAD = './sandbox/ahead.ts'

export type StageWish = Readonly<{
  /** What looks at every body that the program sends to Discord. */
  checks?: readonly Check[]
  /** Where the program keeps its data. */
  dataDir: string
  /** The port that the program listens on. */
  port: number
  /** More of the program's environment, such as DATABASE_URL. */
  env?: Readonly<Record<string, string>>
  heard?(line: string): void
  /** What there is to ask for, instead of the usual catalogue. */
  catalogue?: Catalogue
}>

/** The people and places of the sandbox's Discord. */
const castOf = () => {
  const world = createWorld({ guild: 'The Den' })
  const approvers = world.addRole({ name: 'approvers' })
  return {
    world,
    approvers,
    owner: world.owner,
    bela: world.addMember({ name: 'bela', roles: [approvers] }),
    carla: world.addMember({ name: 'carla', roles: [approvers] }),
    anna: world.addMember({ name: 'anna' }),
    dario: world.addMember({ name: 'dario', dms: 'closed' }),
    stranger: world.addUser({ name: 'zoe' }),
    desk: world.addChannel({ name: 'usherr-desk' }),
    requests: world.addChannel({ name: 'requests' }),
  }
}

/** Everything outside the program, with its people, and the means to start the program before it. */
export const setStage = async (wish: StageWish) => {
  const cast = castOf()
  const discord = await startDiscord({
    world: cast.world,
    identifyEveryMs: 0,
    ...(wish.checks === undefined ? {} : { checks: wish.checks }),
  })
  const clock = createClock()
  const { catalogue = usual } = wish
  const plex = await startPlex({ catalogue, clock })
  const tmdb = await startTmdb({ catalogue, clock })
  const titles = titlesOf(catalogue)
  const radarr = await startRadarr({ titles, clock })
  const sonarr = await startSonarr({ titles, clock })
  const accounts = {
    owner: plex.addAccount({ name: 'olga', plexPass: true }),
    anna: plex.addAccount({ name: 'anna_films' }),
    outsider: plex.addAccount({ name: 'outsider' }),
  }
  const server = plex.addServer({ owner: accounts.owner, name: 'Den Server' })
  plex.share(server, accounts.anna)

  let ahead = 0

  const start = (env: Readonly<Record<string, string>> = {}): Promise<Program> =>
    startProgram({
      ...(ahead === 0 ? {} : { before: [AHEAD] }),
      env: {
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.url,
        PLEX_TV_URL: plex.url,
        PLEX_APP_URL: plex.appUrl,
        PLEX_DISCOVER_URL: plex.discoverUrl,
        PLEX_COMMUNITY_URL: plex.communityUrl,
        PLEX_RSS_URL: plex.rssUrl,
        TMDB_TOKEN: tmdb.token,
        TMDB_API_URL: tmdb.url,
        TMDB_IMAGE_URL: tmdb.imageUrl,
        DATA_DIR: wish.dataDir,
        HTTP_PORT: String(wish.port),
        ...(ahead === 0 ? {} : { SANDBOX_AHEAD_MS: String(ahead) }),
        ...wish.env,
        ...env,
      },
      ...(wish.heard === undefined ? {} : { heard: wish.heard }),
    })

  return {
    ...cast,
    discord,
    plex,
    tmdb,
    radarr,
    sonarr,
    accounts,
    server,
    start,
    /** How far the world's clock is ahead of the real one, in milliseconds. */
    ahead: () => ahead,
    /**
     * Lets time pass at once in every stand-in. The program's own clock cannot be moved while it runs: it must not
     * run now, and is in the new time when it is started again.
     */
    pass: async (ms: number): Promise<void> => {
      ahead += ms
      await clock.advance(ms)
      discord.pass(ms)
    },
    close: async (): Promise<void> => {
      await Promise.all([discord.stop(), plex.close(), tmdb.close(), radarr.close(), sonarr.close()])
      clock.stop()
    },
  }
}

export type Stage = Awaited<ReturnType<typeof setStage>>
