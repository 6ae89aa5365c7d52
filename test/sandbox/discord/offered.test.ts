import { describe, expect, it } from 'vitest'
import { onSlash, openWithAnna as open, REQUEST } from './support/bot.ts'

describe('what a client would not offer', () => {
  it('throws where a command is not registered, not for this place, or not for this person', async () => {
    const { anna, client, world, discord } = await open(onSlash((interaction) => interaction.reply('Yes')))
    await expect(anna.slash('nothing')).rejects.toThrow('not offered "nothing" here; there is request')
    await client.application.commands.set([
      { ...REQUEST, contexts: [0] },
      { name: 'setup', description: 'Set it up', defaultMemberPermissions: ['ManageGuild'] },
    ])
    await expect(anna.slash('request', { title: 'Dune' }, { in: 'dm' })).rejects.toThrow('not offered')
    await expect(anna.slash('setup')).rejects.toThrow('not offered')
    const keeper = world.addRole({ name: 'Keeper', permissions: ['ManageGuild'] })
    const bert = discord.as(world.addMember({ name: 'Bert', roles: [keeper] }))
    expect((await bert.slash('setup')).text()).toBe('Yes')
    const elsewhere = world.addGuild({ name: 'Elsewhere', withBot: true })
    const { contexts: _, integration_types: __, ...local } = REQUEST
    await client.application.commands.set([local], elsewhere.id)
    await expect(
      anna.slash('request', { title: 'x' }, { in: world.addChannel({ name: 'there', guild: elsewhere }) }),
    ).rejects.toThrow('cannot see #there')
  })

  it('throws for options that are unknown, missing or not among the choices', async () => {
    const { anna } = await open(onSlash((interaction) => interaction.reply('Yes')))
    await expect(anna.slash('request')).rejects.toThrow('Option title is required')
    await expect(anna.slash('request', { title: 'Dune', year: 2021 })).rejects.toThrow('no option year')
    await expect(anna.slash('request', { title: 'Dune', kind: 'opera' })).rejects.toThrow(
      'none of the choices',
    )
    await expect(anna.slash('request', { title: 7 })).rejects.toThrow('not text')
  })

  it('reaches every server and private conversation of someone who installed the app', async () => {
    const { client, world, discord } = await open(
      onSlash(async (interaction) => {
        await interaction.reply('First')
        for (let index = 0; index < 5; index += 1) await interaction.followUp(`${index}`)
        await expect(interaction.followUp('6th')).rejects.toMatchObject({ code: 40_094 })
      }),
    )
    await client.application.commands.set([{ ...REQUEST, contexts: [0, 1, 2], integrationTypes: [0, 1] }])
    const carla = world.addUser({ name: 'Carla', installed: true })
    const dora = world.addUser({ name: 'Dora' })
    const away = world.addGuild({ name: 'Away', owner: carla })
    const there = world.addChannel({ name: 'there', guild: away })
    const answer = await discord.as(carla).slash('request', { title: 'Dune' }, { in: there })
    await discord.until(() => answer.followUps.length === 5)
    const together = world.privateChannel(carla, dora)
    expect((await discord.as(carla).slash('request', { title: 'Dune' }, { in: together })).text()).toBe(
      'First',
    )
    await expect(discord.as(dora).slash('request', { title: 'x' }, { in: together })).rejects.toThrow(
      'not offered',
    )
  }, 30_000)
})

describe('the menus of messages and people', () => {
  it('name what they were opened on', async () => {
    const seen: unknown[] = []
    const { anna, client, world, discord } = await open(async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) seen.push(interaction.targetMessage.content)
      if (interaction.isUserContextMenuCommand()) seen.push(interaction.targetUser.username)
      if (interaction.isContextMenuCommand()) await interaction.reply('Seen')
    })
    await client.application.commands.set([
      { type: 3, name: 'Request this' },
      { type: 2, name: 'Requests of' },
    ])
    await client.rest.post(`/channels/${world.general.id}/messages`, { body: { content: 'Look: tt1160419' } })
    const [message] = discord.channel(world.general).messages()
    if (!message) throw new Error('No message')
    expect((await anna.menu('Request this', message)).text()).toBe('Seen')
    await anna.menu('Requests of', world.owner)
    expect(seen).toEqual(['Look: tt1160419', 'olga'])
    await expect(anna.menu('Request that', message)).rejects.toThrow('not offered')
  })
})

describe('typing', () => {
  it('offers what the bot says, with the other options as far as they are typed', async () => {
    const { anna } = await open(async (interaction) => {
      if (!interaction.isAutocomplete()) return
      const { name, value } = interaction.options.getFocused(true)
      await interaction.respond([
        { name: `${name}=${value}, ${interaction.options.getString('kind')}`, value: 'x' },
      ])
    })
    const answer = await anna.type('request', 'title', 'dun', { kind: 'show' })
    expect(answer.kind).toBe('choices')
    expect(answer.choices).toEqual([{ name: 'title=dun, show', value: 'x' }])
    await expect(anna.type('request', 'kind', 'f')).rejects.toThrow('offers nothing')
  })

  it('takes at most 25 choices', async () => {
    let failure: unknown
    const { anna, discord } = await open(async (interaction) => {
      if (!interaction.isAutocomplete()) return
      const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }))
      failure = await interaction.respond(choices).catch((error: unknown) => error)
      await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 8, data: { choices: [] } },
        auth: false,
      })
    })
    expect((await anna.type('request', 'title', 'd')).choices).toEqual([])
    expect(failure).toMatchObject({ code: 50_035 })
    expect(discord.breaches[0]?.where).toBe('data.choices')
  })
})
