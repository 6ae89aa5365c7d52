import { expect, it } from 'vitest'
import { createAskMember } from '../../src/start/ask-member.ts'
import { stillClock } from '../actions/support/desk.ts'

const MINUTE = 60_000

/** A guild in which somebody holds these roles, and which counts who is asked about. */
const arrange = () => {
  const clock = stillClock()
  const guild = { roles: ['501'] as string[] | undefined, asked: [] as string[], error: undefined as unknown }
  const member = async (guildId: string, userId: string) => {
    guild.asked.push(`${guildId}.${userId}`)
    if (guild.error !== undefined) throw guild.error
    return guild.roles && { roles: guild.roles, managesGuild: false }
  }
  const ask = createAskMember({ member }, clock)
  return { clock, guild, ask, rolesNow: async () => (await ask('1', '2'))?.roles }
}

it('asks once in five minutes, and then notices a role that was taken away', async () => {
  const { clock, guild, rolesNow } = arrange()
  expect(await rolesNow()).toEqual(['501'])
  guild.roles = []
  clock.pass(5 * MINUTE - 1)
  expect(await rolesNow()).toEqual(['501'])
  expect(guild.asked).toHaveLength(1)
  clock.pass(1)
  expect(await rolesNow()).toEqual([])
})

it('trusts an answer no longer because it was asked for often', async () => {
  const { clock, guild, rolesNow } = arrange()
  await rolesNow()
  guild.roles = []
  for (let minute = 0; minute < 5; minute++) {
    await rolesNow()
    clock.pass(MINUTE)
  }
  expect(await rolesNow()).toEqual([])
})

it('trusts an answer no longer because the clock was set back', async () => {
  const { clock, guild, rolesNow } = arrange()
  await rolesNow()
  guild.roles = []
  clock.pass(-60 * MINUTE)
  expect(await rolesNow()).toEqual([])
})

it('remembers who is no member', async () => {
  const { guild, rolesNow } = arrange()
  guild.roles = undefined
  expect(await rolesNow()).toBeUndefined()
  expect(await rolesNow()).toBeUndefined()
  expect(guild.asked).toHaveLength(1)
})

it('asks again after it could not ask', async () => {
  const { guild, rolesNow } = arrange()
  guild.error = new Error('away')
  await expect(rolesNow()).rejects.toThrow('away')
  guild.error = undefined
  expect(await rolesNow()).toEqual(['501'])
})

it('takes nobody for somebody else, nor one guild for another', async () => {
  const { guild, ask } = arrange()
  for (const [guildId, userId] of [
    ['1', '2'],
    ['1', '3'],
    ['4', '2'],
  ] as const)
    await ask(guildId, userId)
  expect(guild.asked).toEqual(['1.2', '1.3', '4.2'])
})
