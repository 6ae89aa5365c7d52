import { keepCommands } from '../../interactions/commands.ts'
import type { Service } from '../../service.ts'
import { missingAccess, notFound, unknownApplication, unknownGuild } from '../errors.ts'
import { ok, type Request } from '../request.ts'
import type { Route } from '../route.ts'

/** The place that a request is about: a guild the bot is in, or null for everywhere. */
const placeOf = ({ world }: Service, { param }: Request): string | null => {
  if (param('application_id') !== world.application.id) throw unknownApplication()
  const id = param('guild_id')
  if (id === '') return null
  const guild = world.guilds.get(id)
  if (!guild) throw unknownGuild()
  if (!guild.members.has(world.bot.id)) throw missingAccess()
  return id
}

const routesAt = (route: string): Route[] => [
  {
    method: 'GET',
    route,
    auth: 'bot',
    run: (service, request) => ok(service.world.commands.get(placeOf(service, request)) ?? []),
  },
  {
    method: 'PUT',
    route,
    auth: 'bot',
    run: (service, request) => {
      const place = placeOf(service, request)
      const { commands } = keepCommands(service, place, request.body, { replace: true })
      return ok(commands)
    },
  },
  {
    method: 'POST',
    route,
    auth: 'bot',
    run: (service, request) => {
      const place = placeOf(service, request)
      const { made, commands } = keepCommands(service, place, [request.body], { replace: false })
      return { status: made > 0 ? 201 : 200, body: commands.at(-1) }
    },
  },
  {
    method: 'GET',
    route: `${route}/{command_id}`,
    auth: 'bot',
    run: (service, request) => {
      const known = service.world.commands.get(placeOf(service, request)) ?? []
      const command = known.find(({ id }) => id === request.param('command_id'))
      if (!command) throw notFound()
      return ok(command)
    },
  },
]

export const commandRoutes: readonly Route[] = [
  ...routesAt('/applications/{application_id}/commands'),
  ...routesAt('/applications/{application_id}/guilds/{guild_id}/commands'),
]
