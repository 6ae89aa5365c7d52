import { findHome } from '../../db/queries/home.ts'
import { listInstances } from '../../db/queries/instances.ts'
import { findOwnerAccount } from '../../db/queries/plex-accounts.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { setupPanel } from '../../views/setup/setup-panel.ts'
import type { Context } from '../define.ts'

/** The kinds of instance that can be added. */
const KINDS = ['radarr', 'sonarr'] as const

/** The set-up panel as things stand now. */
export const panelNow = async ({ deps, say }: Pick<Context, 'deps' | 'say'>): Promise<MessageBody> => {
  const home = await findHome(deps.db)
  const owner = await findOwnerAccount(deps.db, home)
  const instances = await listInstances(deps.db)
  return setupPanel(
    {
      home: {
        ...(home?.adminChannel === undefined ? {} : { adminChannel: home.adminChannel }),
        ...(home?.requestChannel === undefined ? {} : { requestChannel: home.requestChannel }),
        ...(home?.adminTrouble === undefined ? {} : { adminTrouble: home.adminTrouble }),
        ...(home?.requestTrouble === undefined ? {} : { requestTrouble: home.requestTrouble }),
        ...(home?.approverRole === undefined ? {} : { approverRole: home.approverRole }),
      },
      plex: {
        ...(owner === undefined ? {} : { account: owner.username }),
        ...(home?.plexServer === undefined ? {} : { server: home.plexServer }),
        servers: home?.plexServers ?? [],
      },
      instances: instances.map(({ id, kind, name, url, health, hook }) => ({
        id,
        kind,
        name,
        url,
        health,
        webhook: hook,
      })),
      kinds: KINDS,
    },
    say,
  )
}
