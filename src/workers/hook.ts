import type { Connection } from '../clients/arr/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { Vault } from '../platform/crypto.ts'

/** How our webhook is called in the *arr's list of connections. */
const NAME = 'Usherr'
const USER = 'usherr'

/** The occasions we want to hear of, by the kind of instance. */
const FLAGS = {
  radarr: [
    'onGrab',
    'onDownload',
    'onUpgrade',
    'onMovieAdded',
    'onMovieDelete',
    'onMovieFileDelete',
    'onMovieFileDeleteForUpgrade',
    'onHealthIssue',
    'onHealthRestored',
    'onApplicationUpdate',
    'onManualInteractionRequired',
  ],
  sonarr: [
    'onGrab',
    'onDownload',
    'onUpgrade',
    'onImportComplete',
    'onSeriesAdd',
    'onSeriesDelete',
    'onEpisodeFileDelete',
    'onEpisodeFileDeleteForUpgrade',
    'onHealthIssue',
    'onHealthRestored',
    'onApplicationUpdate',
    'onManualInteractionRequired',
  ],
} as const

/** The webhook that an instance should have. */
export const desiredHook = (
  instance: Pick<Instance, 'id' | 'kind' | 'hookSecret'>,
  publicUrl: string,
  vault: Vault,
): Connection => ({
  name: NAME,
  url: `${publicUrl}/webhooks/${instance.kind}/${instance.id}`,
  username: USER,
  password: vault.open({ table: 'instances', id: instance.id, column: 'hook_secret' }, instance.hookSecret),
  flags: FLAGS[instance.kind],
})

/** Ours among the connections of an instance: by the path that only our webhook has. */
export const ourHook = (connections: readonly Connection[], instanceId: string): Connection | undefined =>
  connections.find((connection) => connection.url.endsWith(`/${instanceId}`))

/** Whether a connection is as desired. Its password can't be read back: `print` stands for what was installed last. */
export const isAsDesired = (found: Connection, desired: Connection): boolean =>
  found.url === desired.url &&
  found.username === desired.username &&
  desired.flags.every((flag) => found.flags.includes(flag))
