import type { ActionDeps } from '../actions/define.ts'
import { probeArr } from '../clients/arr/probe.ts'
import { createRadarr } from '../clients/arr/radarr.ts'
import type { Radarr } from '../clients/arr/types.ts'
import type { Http } from '../clients/http/types.ts'
import type { PlexTv } from '../clients/plex/types.ts'
import { createTmdb } from '../clients/tmdb/tmdb.ts'
import type { CommandDeps } from '../commands/ports.ts'
import { findDefaultInstance, type Instance } from '../db/queries/instances.ts'
import { createClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Vault } from '../platform/crypto.ts'
import { desiredHook } from '../workers/hook.ts'
import { createExistence } from './existence-port.ts'
import { createTitles } from './titles-port.ts'

/** Opens the line to an instance. Its key is unsealed for the line alone. */
export const radarrLine =
  (vault: Vault, http: Http) =>
  (instance: Instance): Radarr =>
    createRadarr(
      {
        url: instance.url,
        name: instance.name,
        apiKey: vault.open({ table: 'instances', id: instance.id, column: 'api_key' }, instance.apiKey),
      },
      http,
    )

/** Everything that commands may reach, in the narrow form that they may reach it. */
export const commandPorts = (parts: {
  actions: ActionDeps
  config: Config
  http: Http
  plexTv: PlexTv
  publicUrl: string
  vault: Vault
  claimCode: string
}): CommandDeps => {
  const { actions, config, http, plexTv, publicUrl, vault } = parts
  const { token, apiUrl, imageUrl } = config.tmdb
  const line = radarrLine(vault, http)
  const defaultRadarr = async () => {
    const instance = await findDefaultInstance(actions.db, 'radarr')
    return instance && line(instance)
  }
  return {
    ...actions,
    vault,
    titles: createTitles({
      // The limit is the other side's, so its seconds are real ones.
      tmdb: token === undefined ? undefined : createTmdb({ apiUrl, imageUrl, token }, http, createClock()),
      radarr: defaultRadarr,
      db: actions.db,
      clock: actions.clock,
    }),
    existence: createExistence(defaultRadarr),
    plex: plexTv,
    probe: (kind, settings, hook) => probeArr(kind, settings, http, hook),
    hookOf: (instance) => desiredHook(instance, publicUrl, vault),
    imageUrl,
    publicUrl,
    claimCode: parts.claimCode,
  }
}
