import type { Member } from '../../src/domain/people/actor.ts'
import { DAY } from '../../src/platform/clock.ts'
import { OFFER } from './arr.ts'
import type { Core } from './load.ts'
import { seeded } from './random.ts'
import { APPROVERS, type Scenario, START } from './scenario.ts'
import type { World } from './world.ts'

export const GUILD = 'guild'
export const CHANNELS = { admin: 'admin-channel', request: 'request-channel' } as const
export const OWNER = 'owner'
export const FILM_TMDB = 1
export const PROFILE = 4
export const FOLDER = '/media'
/** Longer than any run. */
export const NEVER_MS = 100 * DAY

/** What every run finds in the database. */
export type Setting = Readonly<{
  instances: Readonly<{ radarr: string; sonarr: string }>
  titles: Readonly<{ film: string; show: string }>
}>

/** Somebody of the house, as their interactions describe them. */
export const actorOf = (who: string): Member => ({
  kind: 'member',
  discordId: who,
  locale: 'en-US',
  guildId: GUILD,
  isMember: true,
  roles: APPROVERS.some((name) => name === who) ? ['approvers'] : [],
  managesGuild: false,
  ownsApplication: false,
})

const CHOICES = JSON.stringify(OFFER)

/** A home that is set up, with a Radarr and a Sonarr, and two titles that somebody looked at. */
export const furnish = (world: World, core: Core, scenario: Scenario): Promise<Setting> => {
  const ids = core.createIds(seeded('setting').bytes)
  return world.ledger.db.transaction().execute(async (tx) => {
    await core.insertHome(tx, GUILD, OWNER, START)
    await core.updateHome(
      tx,
      {
        adminChannel: CHANNELS.admin,
        requestChannel: CHANNELS.request,
        approverRole: 'approvers',
        trustedMembers: JSON.stringify(scenario.trusted ? ['anna'] : []),
      },
      START,
    )
    await tx
      .insertInto('schedules')
      .values([
        { name: 'ask-unfound', dueAt: START + NEVER_MS / 2 },
        { name: 'check-hooks', dueAt: START + NEVER_MS / 2 },
        { name: 'watch-lists', dueAt: START + NEVER_MS / 2 },
        { name: 'find-people', dueAt: START + NEVER_MS / 2 },
        { name: 'prune-ledger', dueAt: START + DAY / 2 },
      ])
      .execute()
    const instance = async (kind: 'radarr' | 'sonarr'): Promise<string> => {
      const id = ids.next(START)
      const row = core.instanceRow({
        id,
        kind,
        name: kind,
        choices: CHOICES,
        profileId: PROFILE,
        folder: FOLDER,
      })
      await core.insertInstance(tx, { ...row, health: 'ok', createdAt: START, updatedAt: START })
      return id
    }
    const title = { name: 'A title', genres: [], releases: {} }
    const film = { ...title, kind: 'film' as const, ids: { tmdb: String(FILM_TMDB) } }
    const show = { ...title, kind: 'show' as const, ids: { tvdb: String(scenario.plan.tvdbId) } }
    return {
      instances: { radarr: await instance('radarr'), sonarr: await instance('sonarr') },
      titles: {
        film: await core.saveTitle(tx, film, START, ids),
        show: await core.saveTitle(tx, show, START, ids),
      },
    }
  })
}
