import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startDiscord } from '../../../sandbox/discord/start.ts'
import { createWorld } from '../../../sandbox/discord/world/create-world.ts'
import { createDiscord } from '../../../src/clients/discord/discord.ts'
import { HOUR, MINUTE } from '../../../src/platform/clock.ts'
import { faultOf } from '../support/fault.ts'

const open = async () => {
  const world = createWorld()
  const stand = await startDiscord({ world })
  onTestFinished(() => stand.stop())
  return { world, stand, discord: createDiscord({ token: world.token, apiUrl: stand.url }) }
}

const COMMAND = { name: 'request', description: 'Ask for a film or show' }

/** Somebody used a command and waits. */
const asked = async () => {
  const stage = await open()
  const { world, stand, discord } = stage
  await discord.registerCommands(world.application.id, [COMMAND], world.guild.id)
  const anna = stand.as(world.addMember({ name: 'Anna' }))
  const answered = anna.slash('request').catch((error: unknown) => ({ error }))
  const [token, interaction] = await stand.until(() => [...world.interactions][0])
  return { ...stage, anna, answered, token, id: interaction.id, appId: world.application.id }
}

describe('the application', () => {
  it('belongs to its owner', async () => {
    const { world, discord } = await open()
    expect(await discord.application()).toEqual({ id: world.application.id, ownerIds: [world.owner.id] })
  })

  it('or to the members of its team', async () => {
    const { world, discord } = await open()
    const [tim, una] = [world.addUser({ name: 'Tim' }), world.addUser({ name: 'Una' })]
    world.setTeam({ name: 'Ushers', owner: tim.id, members: [tim.id, una.id] })
    expect((await discord.application()).ownerIds).toEqual([tim.id, una.id])
  })

  it('registers its commands, in one guild or everywhere', async () => {
    const { world, discord } = await open()
    const names = () => [...world.commands.values()].flat().map(({ name, guild_id }) => [name, guild_id])
    await discord.registerCommands(world.application.id, [COMMAND], world.guild.id)
    expect(names()).toEqual([['request', world.guild.id]])
    await discord.registerCommands(world.application.id, [{ ...COMMAND, name: 'requests' }])
    expect(names()).toHaveLength(2)
    await discord.registerCommands(world.application.id, [], world.guild.id)
    expect(names()).toEqual([['requests', undefined]])
  })
})

describe('people in a guild', () => {
  it('hold roles, and manage the guild by owning it or by a role', async () => {
    const { world, discord } = await open()
    const kids = world.addRole({ name: 'Kids' })
    const staff = world.addRole({ name: 'Staff', permissions: ['ManageGuild'] })
    const chief = world.addRole({ name: 'Chief', permissions: ['Administrator'] })
    const of = async (person: { id: string }) => discord.member(world.guild.id, person.id)
    expect(await of(world.owner)).toEqual({ roles: [], managesGuild: true })
    expect(await of(world.addMember({ name: 'Anna' }))).toEqual({ roles: [], managesGuild: false })
    const kit = await of(world.addMember({ name: 'Kit', roles: [kids] }))
    expect(kit).toEqual({ roles: [kids.id], managesGuild: false })
    const sam = await of(world.addMember({ name: 'Sam', roles: [kids, staff] }))
    expect(sam).toEqual({ roles: [kids.id, staff.id], managesGuild: true })
    expect(await of(world.addMember({ name: 'Cleo', roles: [chief] }))).toMatchObject({ managesGuild: true })
  })

  it('all manage it when everyone may', async () => {
    const { world, discord } = await open()
    const [everyone] = world.guild.roles
    if (everyone) everyone.permissions = world.permissions(['ManageGuild']).toString()
    const anna = world.addMember({ name: 'Anna' })
    expect(await discord.member(world.guild.id, anna.id)).toMatchObject({ managesGuild: true })
  })

  it('are absent when they left, and when the bot did', async () => {
    const { world, discord } = await open()
    const anna = world.addMember({ name: 'Anna' })
    world.removeMember(anna)
    expect(await discord.member(world.guild.id, anna.id)).toBeUndefined()
    expect(await discord.member(world.guild.id, '100000000000000000')).toBeUndefined()
    expect(await discord.guild(world.guild.id)).toEqual({
      id: world.guild.id,
      name: 'Home',
      ownerId: world.owner.id,
    })
    const other = world.addGuild({ name: 'Elsewhere' })
    expect(await discord.guild(other.id)).toBeUndefined()
    expect(await discord.member(other.id, world.owner.id)).toBeUndefined()
  })
})

describe('messages', () => {
  it('appear once for one nonce', async () => {
    const { world, stand, discord } = await open()
    const first = await discord.send(world.general.id, { content: 'Dune is ready.' }, 'nonce-1')
    const again = await discord.send(world.general.id, { content: 'Dune is ready.' }, 'nonce-1')
    const other = await discord.send(world.general.id, { content: 'Arrival is ready.' }, 'nonce-2')
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
    expect(stand.channel(world.general).messages()).toHaveLength(2)
  })

  it('appear once though the answer was lost, or Discord stumbled', async () => {
    const { world, stand, discord } = await open()
    stand.rest.failNext('POST /channels/', 'lost')
    await discord.send(world.general.id, { content: 'Dune is ready.' }, 'nonce-1').catch(() => undefined)
    await discord.send(world.general.id, { content: 'Dune is ready.' }, 'nonce-1')
    stand.rest.failNext('POST /channels/', 502, 2)
    await discord.send(world.general.id, { content: 'Arrival is ready.' }, 'nonce-2')
    expect(
      stand
        .channel(world.general)
        .messages()
        .map(({ content }) => content),
    ).toEqual(['Dune is ready.', 'Arrival is ready.'])
  })

  it('carry files', async () => {
    const { world, stand, discord } = await open()
    const files = [{ name: 'chart.png', data: new Uint8Array([137, 80, 78, 71]), contentType: 'image/png' }]
    await discord.send(world.general.id, { content: 'Here' }, 'nonce-1', { files })
    const [message] = stand.channel(world.general).messages()
    expect(message?.attachments).toMatchObject([{ filename: 'chart.png', size: 4 }])
  })

  it('are edited, and found again by mark and custom id', async () => {
    const { world, stand, discord } = await open()
    const components = [
      {
        type: 17,
        id: 4711,
        components: [
          { type: 10, content: 'Dune' },
          { type: 1, components: [{ type: 2, style: 1, label: 'Approve', custom_id: 'approve:1' }] },
        ],
      },
    ]
    const body = { components, flags: MessageFlags.IsComponentsV2 } as unknown as Parameters<
      typeof discord.send
    >[1]
    await discord.send(world.general.id, { content: 'before' }, 'nonce-0')
    const { messageId } = await discord.send(world.general.id, body, 'nonce-1')
    const [newest, older] = await discord.recent(world.general.id, 10)
    expect(newest).toMatchObject({
      id: messageId,
      authorId: world.bot.id,
      mark: 4711,
      customIds: ['approve:1'],
    })
    expect(Math.abs((newest?.sentAt ?? 0) - world.clock.now())).toBeLessThan(10_000)
    expect(older).toMatchObject({ customIds: [] })
    expect(older).not.toHaveProperty('mark')
    expect(await discord.recent(world.general.id, 1)).toHaveLength(1)
    await discord.edit(world.general.id, older?.id ?? '', { content: 'after' })
    expect(stand.channel(world.general).messages()[0]?.content).toBe('after')
  })

  it('go to a person, unless they take none', async () => {
    const { world, stand, discord } = await open()
    const anna = world.addMember({ name: 'Anna' })
    const channel = await discord.openDm(anna.id)
    expect(await discord.openDm(anna.id)).toBe(channel)
    await discord.send(channel, { content: 'Dune is ready.' }, 'nonce-1')
    expect(stand.dms(anna)).toHaveLength(1)
    const shy = world.addMember({ name: 'Shy', dms: 'closed' })
    const closed = await faultOf(
      discord.openDm(shy.id).then((id) => discord.send(id, { content: 'x' }, 'nonce-2')),
    )
    expect(closed).toMatchObject({ kind: 'forbidden', code: 50007, status: 403 })
    world.removeMember(anna)
    const strange = await faultOf(discord.send(channel, { content: 'x' }, 'nonce-3'))
    expect(strange).toMatchObject({ kind: 'forbidden', code: 50278 })
  })

  it('tell when their place is gone', async () => {
    const { world, discord } = await open()
    const { id } = world.addChannel({ name: 'admin' })
    expect(await faultOf(discord.edit(id, '100000000000000000', { content: 'x' }))).toMatchObject({
      kind: 'not-found',
      code: 10008,
    })
    const gone = await faultOf(discord.send('100000000000000000', { content: 'x' }, 'nonce-1'))
    expect(gone).toMatchObject({ kind: 'not-found', code: 10003, operation: 'send a message' })
    const empty = await faultOf(discord.send(id, {}, 'nonce-2'))
    expect(empty).toMatchObject({ kind: 'rejected', code: 50006, status: 400 })
  })

  it('wait as told when they are edited late and often', async () => {
    const { world, stand, discord } = await open()
    const { messageId } = await discord.send(world.general.id, { content: '0 %' }, 'nonce-1')
    stand.pass(2 * HOUR)
    const edits = [1, 2, 3, 4].map((percent) =>
      discord.edit(world.general.id, messageId, { content: `${percent} %` }),
    )
    const [, , , last] = await Promise.allSettled(edits)
    const fault = last?.status === 'rejected' ? last.reason.facts : undefined
    expect(fault).toMatchObject({ kind: 'rate-limited', status: 429 })
    expect(fault.retryAfterMs).toBeGreaterThan(5_000)
  })
})

describe('answers to interactions', () => {
  it('are given, changed and added to', async () => {
    const { discord, answered, anna, id, appId, token, world } = await asked()
    await discord.answer(id, token, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral },
    })
    const files = [{ name: 'chart.png', data: new Uint8Array([137, 80, 78, 71]), contentType: 'image/png' }]
    await discord.editAnswer(appId, token, { content: 'Found Dune.' }, files)
    await answered
    const { messageId } = await discord.followUp(appId, token, { content: 'And more.', flags: 64 })
    const seen = anna.sees(world.general)
    expect(seen.map(({ content }) => content)).toEqual(['Found Dune.', 'And more.'])
    expect(seen[0]?.attachments).toHaveLength(1)
    expect(seen[1]?.id).toBe(messageId)
  })

  it('are given once', async () => {
    const { discord, stand, id, token } = await asked()
    const body = { type: InteractionResponseType.ChannelMessageWithSource as const, data: { content: 'Hi' } }
    await discord.answer(id, token, body)
    const fault = await faultOf(discord.answer(id, token, body))
    expect(fault).toMatchObject({ kind: 'rejected', code: 40060 })
    expect(JSON.stringify(fault)).not.toContain(token)
    expect(stand.calls.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2)
  })

  it('are not given twice after an error of Discord’s, but changed twice', async () => {
    const { discord, stand, id, appId, token } = await asked()
    const body = { type: InteractionResponseType.ChannelMessageWithSource as const, data: { content: 'Hi' } }
    stand.rest.failNext('/callback', 500)
    expect(await faultOf(discord.answer(id, token, body))).toMatchObject({ kind: 'server', status: 500 })
    await discord.answer(id, token, body)
    stand.rest.failNext('PATCH', 502)
    await discord.editAnswer(appId, token, { content: 'Hello' })
    stand.rest.failNext('PATCH', 502, 2)
    expect(await faultOf(discord.editAnswer(appId, token, { content: 'x' }))).toMatchObject({
      kind: 'server',
    })
    stand.rest.failNext('POST /webhooks', 502)
    expect(await faultOf(discord.followUp(appId, token, { content: 'x' }))).toMatchObject({ kind: 'server' })
  })

  it('are too late after 15 minutes, which says nothing of the bot’s own token', async () => {
    const { world, discord, stand, id, appId, token } = await asked()
    await discord.answer(id, token, {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { content: 'Hi' },
    })
    stand.pass(16 * MINUTE)
    const fault = await faultOf(discord.editAnswer(appId, token, { content: 'x' }))
    expect(fault).toMatchObject({ kind: 'not-found', code: 50027, status: 401 })
    expect(JSON.stringify(fault)).not.toContain(token)
    expect(await discord.guild(world.guild.id)).toBeDefined()
  })

  it('do not wait for messages', async () => {
    const { world, discord, id, token } = await asked()
    const messages = Array.from({ length: 120 }, (_, at) => discord.guild(world.guild.id).catch(() => at))
    const started = performance.now()
    await discord.answer(id, token, {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { content: 'Hi' },
    })
    expect(performance.now() - started).toBeLessThan(500)
    await Promise.all(messages)
  })
})

describe('a token that Discord refuses', () => {
  it('is told every time, and asked once', async () => {
    const { stand, world } = await open()
    const token = 'MTAw.Wrong.abcdefghijklmnopqrstuvwxyz0123456789'
    const discord = createDiscord({ token, apiUrl: `${stand.url}/` })
    for (let time = 0; time < 3; time += 1) {
      const fault = await faultOf(discord.guild(world.guild.id))
      expect(fault).toMatchObject({ kind: 'unauthorised', status: 401 })
      expect(JSON.stringify(fault)).not.toContain('abcdefgh')
    }
    expect(stand.counters.invalid).toBe(1)
  })
})
