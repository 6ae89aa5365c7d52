import {
  type APIRole,
  type APIUser,
  Locale,
  type LocaleString,
  type RoleFlags,
  type UserFlags,
} from 'discord-api-types/v10'
import { bits } from './permissions.ts'
import { showGuildCreate, showMember } from './show.ts'
import { type Account, announce, type Guild, type World } from './world.ts'

type NewUser = {
  name: string
  locale?: LocaleString
  dms?: Account['dms']
  /** Has installed the app for themselves, so that it can be used everywhere. */
  installed?: boolean
}

export const addUser = (world: World, { name, locale, dms, installed }: NewUser): APIUser => {
  const user: APIUser = {
    id: world.newId(),
    username: name.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, '_'),
    discriminator: '0',
    global_name: name,
    avatar: null,
    public_flags: 0 as UserFlags,
  }
  world.accounts.set(user.id, {
    user,
    locale: locale ?? Locale.EnglishUS,
    dms: dms ?? 'open',
    installed: installed ?? false,
  })
  announce(world)
  return user
}

type NewMember = (NewUser | { user: APIUser }) & { roles?: readonly APIRole[]; nick?: string }

export const addMember = (world: World, person: NewMember & { guild?: Guild }): APIUser => {
  if (!person.guild) throw new Error('A member needs a server to be a member of')
  const user = 'user' in person ? person.user : addUser(world, person)
  const member = {
    user: user.id,
    roles: (person.roles ?? []).map(({ id }) => id),
    nick: person.nick ?? null,
    joinedAt: new Date(world.clock.now()).toISOString(),
  }
  person.guild.members.set(user.id, member)
  // Joining is only told to bots with the members intent; those get it with the guild they joined.
  announce(world, {
    event: 'GUILD_MEMBER_ADD',
    data: { ...showMember(world, member), guild_id: person.guild.id },
  })
  return user
}

/** The permissions that an invitation for this bot asks for: no more than it needs, never Administrator. */
const INVITED_WITH = bits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
])

/** Brings the bot into a guild, with a role of its own as an invitation makes it. */
export const addBot = (world: World, guild: Guild): void => {
  const role: APIRole = {
    id: world.newId(),
    name: world.bot.username,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: guild.roles.length,
    permissions: INVITED_WITH.toString(),
    managed: true,
    mentionable: false,
    flags: 0 as RoleFlags,
    tags: { bot_id: world.bot.id },
  }
  guild.roles.push(role)
  guild.members.set(world.bot.id, {
    user: world.bot.id,
    roles: [role.id],
    nick: null,
    joinedAt: new Date(world.clock.now()).toISOString(),
  })
  announce(world, { event: 'GUILD_CREATE', data: showGuildCreate(world, guild) })
}
