import { OAuth2Scopes, PermissionFlagsBits } from 'discord-api-types/v10'

/** All that is needed in a server: to see its channels, to write there with pictures, and to find what was written. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory

/** Where whoever manages a server adds the bot to it, with the permissions it needs and no other. */
export const inviteLink = (applicationId: string): string => {
  const link = new URL('https://discord.com/oauth2/authorize')
  link.searchParams.set('client_id', applicationId)
  link.searchParams.set('scope', `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`)
  link.searchParams.set('permissions', PERMISSIONS.toString())
  return link.href
}
