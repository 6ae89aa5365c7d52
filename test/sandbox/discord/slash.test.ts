import { setTimeout as sleep } from 'node:timers/promises'
import { type ChatInputCommandInteraction, type DiscordAPIError, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { onSlash, openWithAnna as open } from './support/bot.ts'

describe('a slash command', () => {
  it('reaches the bot with everything it needs, and its answer reaches the person', async () => {
    let seen: ChatInputCommandInteraction | undefined
    const { anna, world } = await open(
      onSlash(async (interaction) => {
        seen = interaction
        await interaction.reply(`Looking for ${interaction.options.getString('title')}`)
      }),
    )
    const answer = await anna.slash('request', { title: 'Dune', kind: 'Film' })
    expect(answer.kind).toBe('message')
    expect(answer.text()).toBe('Looking for Dune')
    expect(answer.tookMs).toBeLessThan(1_000)
    expect(seen?.options.getString('kind')).toBe('film')
    expect(seen?.inCachedGuild() && seen.member.displayName).toBe('Anna')
    expect(seen?.memberPermissions?.has('SendMessages')).toBe(true)
    expect(seen?.memberPermissions?.has('ManageGuild')).toBe(false)
    expect(seen?.authorizingIntegrationOwners[0]).toBe(world.guild.id)
    expect(seen?.channel?.id).toBe(world.general.id)
    expect(seen?.context).toBe(0)
    expect(Math.abs((seen?.createdTimestamp ?? 0) - Date.now())).toBeLessThan(1_000)
  })

  it('gives the message back with the answer when the bot asks for it', async () => {
    let given: unknown[] = []
    const { anna } = await open(
      onSlash(async (interaction) => {
        const { resource, interaction: about } = await interaction.reply({
          content: 'Here',
          flags: MessageFlags.Ephemeral,
          withResponse: true,
        })
        given = [resource?.message?.id, about.responseMessageId, about.responseMessageEphemeral]
      }),
    )
    const answer = await anna.slash('request', { title: 'Dune' })
    const id = answer.message?.id
    await expect.poll(() => given).toEqual([id, id, true])
  })

  it('works in the direct messages with the bot', async () => {
    const seen: unknown[] = []
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        seen.push(
          interaction.inGuild(),
          interaction.member,
          interaction.context,
          interaction.user.displayName,
        )
        await interaction.reply('Here')
      }),
    )
    await anna.slash('request', { title: 'Dune' }, { in: 'dm' })
    expect(seen).toEqual([false, null, 1, 'Anna'])
    expect(discord.dms(anna.user()).map(({ content }) => content)).toEqual(['Here'])
  })

  it('may have subcommands, people and files', async () => {
    const seen: unknown[] = []
    const { anna, client, world } = await open(
      onSlash(async (interaction) => {
        const { options } = interaction
        const file = options.getAttachment('file', true)
        seen.push(
          options.getSubcommand(),
          options.getUser('who')?.username,
          options.getMember('who') !== null,
        )
        seen.push(await (await fetch(file.url)).text())
        await interaction.reply('Here')
      }),
    )
    const inside = [
      { type: 11, name: 'file', description: 'What', required: true },
      { type: 6, name: 'who', description: 'Who' },
    ]
    const body = [
      {
        name: 'report',
        description: 'Tell',
        options: [{ type: 1, name: 'trouble', description: 'Of', options: inside }],
      },
    ]
    await client.rest.put(`/applications/${client.user.id}/commands`, { body })
    const bert = world.addMember({ name: 'Bert' })
    const file = { name: 'shot.png', bytes: Buffer.from('shot') }
    await anna.slash('report trouble', { who: bert, file })
    expect(seen).toEqual(['trouble', 'bert', true, 'shot'])
    await expect(anna.slash('report praise')).rejects.toThrow('no subcommand praise; there is trouble')
  })

  it('shows ephemeral answers to nobody else, and hides them from the bot token', async () => {
    const { anna, world, discord, client } = await open(
      onSlash((interaction) => interaction.reply({ content: 'Psst', flags: MessageFlags.Ephemeral })),
    )
    const bert = discord.as(world.addMember({ name: 'Bert' }))
    const answer = await anna.slash('request', { title: 'Dune' })
    expect(anna.sees(world.general).map(({ content }) => content)).toEqual(['Psst'])
    expect(bert.sees(world.general)).toEqual([])
    expect(discord.channel(world.general).messages()).toEqual([])
    const path = `/channels/${world.general.id}/messages/${answer.message?.id}` as const
    await expect(client.rest.get(path)).rejects.toMatchObject({ code: 10_008, status: 404 })
    await expect(client.rest.patch(path, { body: { content: 'x' } })).rejects.toMatchObject({ code: 10_008 })
    await expect(bert.press(answer, 'Anything')).rejects.toThrow('cannot see')
  })

  it('can be answered later, within its quarter of an hour', async () => {
    let command: ChatInputCommandInteraction | undefined
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        command = interaction
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await sleep(30)
        await interaction.editReply('Here it is')
      }),
    )
    const answer = await anna.slash('request', { title: 'Dune' })
    expect(answer.kind).toBe('deferred')
    expect(answer.text()).toBe('')
    expect((await answer.settled()).text()).toBe('Here it is')
    expect(answer.message?.flags).toBe(MessageFlags.Ephemeral)
    discord.pass(14 * 60_000)
    await command?.editReply('Still in time')
    discord.pass(61_000)
    await expect(command?.editReply('Too late')).rejects.toMatchObject({ code: 50_027, status: 401 })
    expect(answer.text()).toBe('Still in time')
  })

  it('keeps what a deferred answer promised: a first follow-up fills it and stays as visible as it was', async () => {
    const { anna } = await open(
      onSlash(async (interaction) => {
        await interaction.deferReply()
        await interaction.followUp({ content: 'First', flags: MessageFlags.Ephemeral })
        await interaction.followUp({ content: 'Second', flags: MessageFlags.Ephemeral })
      }),
    )
    const answer = await (await anna.slash('request', { title: 'Dune' })).settled()
    expect(answer.text()).toBe('First')
    expect(answer.message?.flags).toBe(0)
    await expect.poll(() => answer.followUps.map(({ content }) => content)).toEqual(['Second'])
    expect(answer.followUps[0]?.flags).toBe(MessageFlags.Ephemeral)
  })

  it('is dead after three seconds without an answer', async () => {
    let failure: unknown
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        await sleep(3_050)
        failure = await interaction.reply('Too late').catch((error: unknown) => error)
      }),
    )
    const answer = await anna.slash('request', { title: 'Dune' })
    expect(answer.kind).toBe('none')
    expect(answer.tookMs).toBeGreaterThanOrEqual(2_990)
    await discord.until(() => failure)
    expect(failure).toMatchObject({ code: 10_062, status: 404 })
  })

  it('takes one first answer only', async () => {
    let failure: unknown
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
        await interaction.client.rest.post(path, { body: { type: 5 }, auth: false })
        failure = await interaction.client.rest
          .post(path, { body: { type: 4, data: { content: 'Again' } }, auth: false })
          .catch((error: unknown) => error)
      }),
    )
    await anna.slash('request', { title: 'Dune' })
    await discord.until(() => failure)
    expect(failure).toMatchObject({ code: 40_060, status: 400 })
  })

  it.each([
    ['an update without a message', { type: 7, data: { content: 'x' } }, 'type'],
    ['a silent acknowledgement', { type: 6 }, 'type'],
    ['choices', { type: 8, data: { choices: [] } }, 'type'],
    [
      'old and new components together',
      { type: 4, data: { content: 'x', flags: 1 << 15, components: [] } },
      'data',
    ],
  ])('cannot be answered with %s, and stays open for a better answer', async (_, body, where) => {
    let failure: DiscordAPIError | undefined
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
        failure = await interaction.client.rest.post(path, { body, auth: false }).then(
          () => undefined,
          (error: DiscordAPIError) => error,
        )
        await interaction.reply('Better')
      }),
    )
    expect((await anna.slash('request', { title: 'Dune' })).text()).toBe('Better')
    expect(failure).toMatchObject({ code: 50_035, status: 400 })
    expect(failure?.rawError).toMatchObject({ errors: { [where]: expect.anything() } })
    expect(discord.breaches).toHaveLength(1)
  })

  it('cannot be edited or followed before it was answered', async () => {
    const failures: unknown[] = []
    const { anna, client, discord } = await open(
      onSlash(async (interaction) => {
        const hook = `/webhooks/${interaction.applicationId}/${interaction.token}` as const
        const body = { content: 'x' }
        failures.push(
          await client.rest.patch(`${hook}/messages/@original`, { body, auth: false }).catch((e) => e),
        )
        failures.push(await client.rest.post(hook, { body, auth: false }).catch((e) => e))
        await interaction.reply('Now')
      }),
    )
    await anna.slash('request', { title: 'Dune' })
    await discord.until(() => failures.length === 2)
    expect(failures).toMatchObject([
      { code: 10_015, status: 404 },
      { code: 10_015, status: 404 },
    ])
  })
})
