import type { Route } from '../route.ts'
import { accountRoutes } from './accounts.ts'
import { callbackRoutes } from './callbacks.ts'
import { channelRoutes } from './channels.ts'
import { commandRoutes } from './commands.ts'
import { gatewayRoutes } from './gateway.ts'
import { guildRoutes } from './guilds.ts'
import { messageRoutes } from './messages.ts'
import { webhookRoutes } from './webhooks.ts'

/** Every endpoint of this Discord; all others are answered with 404. */
export const routes: readonly Route[] = [
  ...gatewayRoutes,
  ...accountRoutes,
  ...commandRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...guildRoutes,
]
