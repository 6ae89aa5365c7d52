import type { Service } from '../service.ts'
import { showGuildCreate } from '../world/show.ts'
import type { News } from '../world/world.ts'

/** Where bots return to after a lost connection. */
const RESUME_PATH = '/resume'

/** What a bot hears first: READY, then each of its guilds that is up. */
export const welcome = ({ world, host }: Service, session: string): News[] => {
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id))
  const ready = {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
    user_settings: {},
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    presences: [],
    relationships: [],
    session_id: session,
    session_type: 'normal',
    resume_gateway_url: `ws://${host()}${RESUME_PATH}`,
    shard: [0, 1],
    application: { id: world.application.id, flags: 0 },
    geo_ordered_rtc_regions: [],
    guild_join_requests: [],
    auth: {},
  }
  return [
    { event: 'READY', data: ready },
    ...guilds
      .filter(({ available }) => available)
      .map((guild) => ({ event: 'GUILD_CREATE', data: showGuildCreate(world, guild) })),
  ]
}
