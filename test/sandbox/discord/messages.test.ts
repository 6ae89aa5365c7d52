import { REST } from '@discordjs/rest'
import {
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type RESTPostAPIChannelMessageResult as Message,
  MessageFlags,
  Routes,
  SectionBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { connect, openDiscord } from './support/bot.ts'

const open = async () => {
  const stage = await openDiscord()
  const { discord, world } = stage
  const rest = new REST({ api: discord.url, retries: 0 }).setToken(discord.token)
  const post = async (body: object, channel: { id: string } = world.general) =>
    (await rest.post(Routes.channelMessages(channel.id), { body })) as Message
  const edit = (message: { id: string }, body: object) =>
    rest.patch(Routes.channelMessage(world.general.id, message.id), { body })
  return { ...stage, rest, post, edit }
}

describe('sending', () => {
  it('needs the right to see the channel and to write in it', async () => {
    const { world, post, discord } = await open()
    const secret = world.addChannel({ name: 'secret', onlyFor: [world.owner] })
    await expect(post({ content: 'x' }, secret)).rejects.toMatchObject({ code: 50_001, status: 403 })
    const deny = {
      id: world.bot.id,
      type: 1,
      allow: '0',
      deny: world.permissions(['SendMessages']).toString(),
    }
    const quiet = world.addChannel({ name: 'quiet', overwrites: [deny] })
    await expect(post({ content: 'x' }, quiet)).rejects.toMatchObject({ code: 50_013, status: 403 })
    await expect(post({ content: 'x' }, { id: world.owner.id })).rejects.toMatchObject({
      code: 10_003,
      status: 404,
    })
    await expect(post({ content: '' })).rejects.toMatchObject({ code: 50_006, status: 400 })
    expect(discord.counters.invalid).toBe(2)
    expect(discord.channel(world.general).messages()).toEqual([])
  })

  it('twice with the same nonce makes one message, for some minutes', async () => {
    const { world, post, discord } = await open()
    const body = { content: 'Dune is ready.', nonce: 'n1', enforce_nonce: true }
    const first = await post(body)
    const second = await post({ ...body, content: 'Something else' })
    expect(second).toEqual(first)
    expect(first.nonce).toBe('n1')
    await post({ ...body, enforce_nonce: false })
    expect(discord.channel(world.general).messages()).toHaveLength(2)
    discord.pass(10 * 60_000)
    await post(body)
    expect(discord.channel(world.general).messages()).toHaveLength(3)
  })

  it('pings whom it names unless it says otherwise', async () => {
    const { world, post } = await open()
    const anna = world.addMember({ name: 'Anna' })
    const role = world.addRole({ name: 'Keeper' })
    const content = `<@${anna.id}> <@&${role.id}> @everyone`
    const pinged = async (body: object) => {
      const { mentions, mention_roles, mention_everyone } = await post({ content, ...body })
      return [mentions.map(({ id }) => id), mention_roles, mention_everyone]
    }
    expect(await pinged({})).toEqual([[anna.id], [role.id], true])
    expect(await pinged({ allowed_mentions: { parse: [] } })).toEqual([[], [], false])
    expect(await pinged({ allowed_mentions: { parse: ['roles'], users: [anna.id] } })).toEqual([
      [anna.id],
      [role.id],
      false,
    ])
    expect(await pinged({ content: `\`<@${anna.id}>\` @everyoneelse` })).toEqual([[], [], false])
  })

  it('is deleted and listed, newest first', async () => {
    const { rest, post, world } = await open()
    const [one, two, three] = [
      await post({ content: '1' }),
      await post({ content: '2' }),
      await post({ content: '3' }),
    ]
    await rest.delete(Routes.channelMessage(world.general.id, two.id))
    const list = (await rest.get(Routes.channelMessages(world.general.id))) as Message[]
    expect(list.map(({ id }) => id)).toEqual([three.id, one.id])
    await expect(rest.get(Routes.channelMessage(world.general.id, two.id))).rejects.toMatchObject({
      code: 10_008,
    })
  })
})

describe('components V2', () => {
  const card = () =>
    new ContainerBuilder()
      .addSectionComponents(
        new SectionBuilder()
          .addTextDisplayComponents(new TextDisplayBuilder().setContent('## Dune (2021)'))
          .setThumbnailAccessory(new ThumbnailBuilder().setURL('attachment://poster.png')),
      )
      .addActionRowComponents((row) =>
        row.addComponents(
          new ButtonBuilder().setCustomId('approve').setLabel('Approve').setStyle(ButtonStyle.Success),
          new ButtonBuilder().setURL('http://plex').setLabel('Watch').setStyle(ButtonStyle.Link),
        ),
      )

  it('carry files, numbers and texts as Discord gives them back', async () => {
    const stage = await openDiscord()
    const client = await connect(stage)
    const channel = await client.channels.fetch(stage.world.general.id)
    if (!channel?.isSendable()) throw new Error('No channel')
    const poster = Buffer.from('not really a picture')
    const message = await channel.send({
      components: [card()],
      files: [new AttachmentBuilder(poster, { name: 'poster.png' })],
      flags: MessageFlags.IsComponentsV2,
    })
    const [stored] = stage.discord.channel(channel).messages()
    expect(stored?.attachments).toMatchObject([{ filename: 'poster.png', size: poster.length }])
    const url = stored?.attachments[0]?.url ?? ''
    expect(JSON.stringify(stored?.components)).toContain(url)
    expect(await (await fetch(url)).text()).toBe('not really a picture')
    expect(message.components[0]?.id).toBe(1)
    const anna = stage.discord.as(stage.world.addMember({ name: 'Anna' }))
    expect(stored && anna.link(stored, 'Watch')).toBe('http://plex')
    await expect(stored && anna.press(stored, 'Watch')).rejects.toThrow('leads to http://plex')
  })

  it('need the file they show, and stay what they are', async () => {
    const { post, edit, world, discord } = await open()
    const flags = MessageFlags.IsComponentsV2
    await expect(post({ flags, components: [card().toJSON()] })).rejects.toMatchObject({ code: 50_035 })
    const text = [{ type: 10, content: 'Hello' }]
    const message = await post({ flags, components: text })
    await expect(edit(message, { flags: 0 })).rejects.toMatchObject({ code: 50_035 })
    await expect(edit(message, { content: 'Hello' })).rejects.toMatchObject({ code: 50_035 })
    await edit(message, { components: [{ type: 10, content: 'Bye' }] })
    expect(discord.channel(world.general).messages()[0]).toMatchObject({
      flags,
      components: [{ type: 10, content: 'Bye', id: 1 }],
    })
    expect(discord.breaches).toHaveLength(3)
  })
})

describe('attachments', () => {
  it('stay through an edit unless it lists those that stay', async () => {
    const { rest, world, discord } = await open()
    const file = (name: string) => ({ name, data: Buffer.from(name) })
    const path = Routes.channelMessages(world.general.id)
    const { id } = (await rest.post(path, {
      body: { content: 'x' },
      files: [file('a'), file('b')],
    })) as Message
    const now = () => discord.channel(world.general).messages()[0]?.attachments ?? []
    await rest.patch(`${path}/${id}`, { body: { content: 'y' } })
    expect(now().map(({ filename }) => filename)).toEqual(['a', 'b'])
    const attachments = [{ id: now()[1]?.id }, { id: 0, filename: 'c', description: 'C' }]
    await rest.patch(`${path}/${id}`, { body: { attachments }, files: [file('c')] })
    expect(now().map(({ filename, description }) => [filename, description])).toEqual([
      ['b', undefined],
      ['c', 'C'],
    ])
    await expect(rest.patch(`${path}/${id}`, { body: { attachments: [{ id: '7' }] } })).rejects.toMatchObject(
      {
        code: 50_035,
      },
    )
    await rest.patch(`${path}/${id}`, { body: { attachments: [] } })
    expect(now()).toEqual([])
    const heavy = { name: 'film', data: Buffer.alloc(10 * 1024 * 1024 + 1) }
    await expect(rest.post(path, { body: {}, files: [heavy] })).rejects.toMatchObject({
      code: 40_005,
      status: 413,
    })
  })
})

describe('direct messages', () => {
  it('reach open people, and not closed ones', async () => {
    const stage = await openDiscord()
    const client = await connect(stage)
    const anna = stage.world.addMember({ name: 'Anna' })
    const bert = stage.world.addMember({ name: 'Bert', dms: 'closed' })
    await (await client.users.fetch(anna.id)).send('Dune is ready.')
    expect(stage.discord.dms(anna).map(({ content }) => content)).toEqual(['Dune is ready.'])
    const closed = await client.users.fetch(bert.id)
    await closed.createDM()
    await expect(closed.send('Dune is ready.')).rejects.toMatchObject({ code: 50_007, status: 403 })
    expect(stage.discord.dms(bert)).toEqual([])
  })

  it('need a server in common, or the app installed', async () => {
    const { world, rest, post } = await open()
    const dm = async (user: { id: string }) => {
      const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: user.id } })) as Message
      return post({ content: 'Hello' }, channel)
    }
    await expect(dm(world.addUser({ name: 'Stranger' }))).rejects.toMatchObject({ code: 50_278 })
    await dm(world.addUser({ name: 'Friend', installed: true }))
    const gone = world.addMember({ name: 'Gone' })
    await dm(gone)
    world.removeMember(gone)
    await expect(dm(gone)).rejects.toMatchObject({ code: 50_278 })
  })

  it('cannot be opened with more than 20 new people in ten minutes', async () => {
    const { world, rest, discord } = await open()
    const openWith = (user: { id: string }) =>
      rest.post(Routes.userChannels(), { body: { recipient_id: user.id } })
    const people = Array.from({ length: 22 }, (_, index) => world.addMember({ name: `p${index}` }))
    const [first, ...others] = people
    const last = others.pop()
    if (!first || !last) throw new Error('No people')
    await openWith(first)
    for (const user of others.slice(0, 19)) await openWith(user)
    await expect(openWith(last)).rejects.toMatchObject({ code: 40_003 })
    await openWith(first)
    discord.pass(10 * 60_000)
    await openWith(last)
  })
})
