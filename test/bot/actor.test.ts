import { expect, it } from 'vitest'
import { readActor } from '../../src/bot/actor.ts'
import { interaction } from '../../src/bot/interaction.ts'
import { WATCH_DEFAULTS } from '../../src/domain/watchlists/settings.ts'
import { cast, GUILD, inDm, member } from '../actions/support/cast.ts'
import { press } from './support/counter.ts'

const home = {
  guildId: GUILD,
  claimedBy: '307',
  plexServers: [],
  trustedRoles: [],
  trustedMembers: [],
  watch: WATCH_DEFAULTS,
}
const read = (who: Parameters<typeof press>[0], at: typeof home | undefined = home) =>
  readActor(interaction.parse(press(who, 'u1:setup')), at, new Set(['307']), async () => undefined)

it('takes roles and rights of the home from the interaction', async () => {
  expect(await read(cast.approver)).toEqual(cast.approver)
  expect(await read(cast.manager)).toEqual(cast.manager)
  expect(await read(cast.owner)).toEqual(cast.owner)
})

it('takes none of them from another guild, and none while there is no home', async () => {
  const elsewhere = member('1', { guildId: '999', roles: ['201'], managesGuild: true })
  const nothing = { isMember: false, roles: [], managesGuild: false }
  expect(await read(elsewhere)).toMatchObject({ guildId: '999', ...nothing })
  const homeless = interaction.parse(press(cast.manager, 'u1:setup'))
  expect(await readActor(homeless, undefined, new Set(), async () => undefined)).toMatchObject(nothing)
})

it('asks about nobody while there is no home', async () => {
  const given = interaction.parse(press(inDm(cast.member), 'u1:setup'))
  const asked = () => Promise.reject(new Error('asked'))
  expect(await readActor(given, undefined, new Set(['303']), asked)).toMatchObject({
    isMember: false,
    ownsApplication: true,
  })
})
