import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { inviteLink } from '../../../src/clients/discord/invite.ts'

it('the invite link asks for the bot with its commands, and four permissions', () => {
  const link = new URL(inviteLink('123'))
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize')
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: '123',
    scope: 'bot applications.commands',
    permissions: '84992',
  })
  const asked = BigInt(link.searchParams.get('permissions') ?? 0)
  const named = Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (asked & bit) !== 0n)
    .map(([name]) => name)
  expect(named).toEqual(['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'])
})
