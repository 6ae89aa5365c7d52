import { type APIUser, Locale, type LocaleString } from 'discord-api-types/v10'
import { addBot, addMember, addUser } from './add-people.ts'
import { addChannel, addGuild, addRole, directMessages, privateChannel } from './add-places.ts'
import { createWorldClock } from './clock.ts'
import { bits } from './permissions.ts'
import { removeChannel, removeGuild, removeMember, removeRole, setRoles } from './remove.ts'
import { createSnowflakes } from './snowflakes.ts'
import type { Team, World } from './world.ts'

const botUser = (id: string, name: string): APIUser => ({
  id,
  username: name,
  discriminator: '0001',
  global_name: null,
  avatar: null,
  bot: true,
})

const blankWorld = (token: string | undefined): World => {
  const clock = createWorldClock()
  const newId = createSnowflakes(clock.now)
  const bot = botUser(newId(), 'Usherr')
  const secret = Buffer.from(bot.id).toString('base64url')
  return {
    clock,
    token: token ?? `${secret}.GtestA.${'x'.repeat(38)}`,
    application: { id: bot.id, name: 'Usherr', owner: '', team: null },
    bot,
    privilegedIntents: 0,
    accounts: new Map(),
    guilds: new Map(),
    channels: new Map(),
    typing: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    interactions: new Map(),
    newId,
    listeners: new Set(),
  }
}

type WorldWish = { token?: string; guild?: string; locale?: LocaleString }

/**
 * A Discord with one server, in it the bot, the person who owns both the server and the app, and a channel.
 * What it has more is added with the functions beside the data.
 */
export const createWorld = (wish: WorldWish = {}) => {
  const world = blankWorld(wish.token)
  world.accounts.set(world.bot.id, {
    user: world.bot,
    locale: Locale.EnglishUS,
    dms: 'open',
    installed: false,
  })
  const owner = addUser(world, { name: 'olga', locale: wish.locale ?? Locale.EnglishUS })
  world.application.owner = owner.id
  const guild = addGuild(world, { name: wish.guild ?? 'Home', owner })
  addBot(world, guild)
  const general = addChannel(world, { name: 'general', guild })
  const here = { guild }
  return Object.assign(world, {
    owner,
    guild,
    general,
    addUser: (person: Parameters<typeof addUser>[1]) => addUser(world, person),
    /** A new person in a server (the home server unless said), or a known `user` who joins it. */
    addMember: (person: Parameters<typeof addMember>[1]) => addMember(world, { ...here, ...person }),
    addRole: (role: Parameters<typeof addRole>[1]) => addRole(world, { ...here, ...role }),
    addChannel: (channel: Parameters<typeof addChannel>[1]) => addChannel(world, { ...here, ...channel }),
    /** Another server; without the bot unless `withBot`. */
    addGuild: ({ withBot = false, ...wanted }: { name: string; owner?: APIUser; withBot?: boolean }) => {
      const added = addGuild(world, { owner, ...wanted })
      if (withBot) addBot(world, added)
      return added
    },
    /** The channel of the bot and one person, opened if need be (as when that person writes first). */
    directMessages: (user: APIUser) => directMessages(world, user.id),
    /** A conversation between people in which the bot has no part. */
    privateChannel: (...users: readonly APIUser[]) => privateChannel(world, users),
    setTeam: (team: Omit<Team, 'id'>) => {
      world.application.team = { id: world.newId(), ...team }
    },
    setRoles: (user: APIUser, roles: Parameters<typeof setRoles>[3], where = guild) =>
      setRoles(world, where, user, roles),
    removeMember: (user: APIUser, where = guild) => removeMember(world, where, user),
    removeRole: (role: Parameters<typeof removeRole>[2], where = guild) => removeRole(world, where, role),
    removeChannel: (channel: Parameters<typeof removeChannel>[1]) => removeChannel(world, channel),
    /** Takes the bot out of a server. */
    removeBot: (where = guild) => removeGuild(world, where),
    permissions: bits,
  })
}

/** A world with its builder beside the data. */
export type BuiltWorld = ReturnType<typeof createWorld>
