import { z } from 'zod'
import { read } from '../../messages/body.ts'
import { directMessages, knownDirectMessages } from '../../world/add-places.ts'
import { showChannel } from '../../world/show.ts'
import { announce, type Team, type World } from '../../world/world.ts'
import { invalidRecipients, openingTooFast, unknownUser } from '../errors.ts'
import { ok } from '../request.ts'
import type { Route } from '../route.ts'

const userOf = (world: World, id: string) => {
  const account = world.accounts.get(id)
  if (!account) throw unknownUser()
  return account.user
}

const showTeam = (world: World, { id, name, owner, members }: Team) => ({
  id,
  name,
  icon: null,
  owner_user_id: owner,
  members: [...new Set([owner, ...members])].map((member) => ({
    membership_state: 2,
    team_id: id,
    user: userOf(world, member),
    role: 'admin',
    permissions: ['*'],
  })),
})

/** An application of a team is owned by a made-up account that bears the team's id. */
const showOwner = (world: World) => {
  const { team, owner } = world.application
  return team
    ? { id: team.id, username: `team${team.id}`, discriminator: '0000', avatar: null, flags: 1024 }
    : userOf(world, owner)
}

const showApplication = (world: World) => {
  const { id, name, team } = world.application
  return {
    id,
    name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    owner: showOwner(world),
    team: team && showTeam(world, team),
    flags: 0,
    bot: world.bot,
    hook: true,
    integration_types_config: { 0: {}, 1: {} },
    approximate_guild_count: world.guilds.size,
    interactions_endpoint_url: null,
    redirect_uris: [],
  }
}

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    route: '/applications/@me',
    auth: 'bot',
    run: ({ world }) => ok(showApplication(world)),
  },
  {
    method: 'GET',
    route: '/users/@me',
    auth: 'bot',
    run: ({ world }) => ok(world.bot),
  },
  {
    method: 'PATCH',
    route: '/users/@me',
    auth: 'bot',
    run: ({ world }, { body }) => {
      const { username } = read(z.looseObject({ username: z.string().min(2).max(32).optional() }), body)
      if (username !== undefined) world.bot.username = username
      announce(world)
      return ok(world.bot)
    },
  },
  {
    method: 'GET',
    route: '/users/{user_id}',
    auth: 'bot',
    run: ({ world }, { param }) => ok(userOf(world, param('user_id'))),
  },
  {
    method: 'POST',
    route: '/users/@me/channels',
    auth: 'bot',
    run: ({ world, limits }, { body }) => {
      const { recipient_id: id } = read(z.looseObject({ recipient_id: z.string() }), body)
      if (id === world.bot.id || !world.accounts.has(id)) throw invalidRecipients()
      if (!knownDirectMessages(world, id) && !limits.takeNewDm()) throw openingTooFast()
      return ok(showChannel(world, directMessages(world, id)))
    },
  },
]
