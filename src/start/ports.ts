import program from '../../package.json' with { type: 'json' }
import type { ActionDeps } from '../actions/define.ts'
import { probeArr } from '../clients/arr/probe.ts'
import { createRadarr } from '../clients/arr/radarr.ts'
import { createSonarr } from '../clients/arr/sonarr.ts'
import type { Arr, ArrSettings, Radarr, Sonarr } from '../clients/arr/types.ts'
import type { Http } from '../clients/http/types.ts'
import { createTmdb } from '../clients/tmdb/tmdb.ts'
import type { CommandDeps } from '../commands/ports.ts'
import { findDefaultInstance, type Instance } from '../db/queries/instances.ts'
import type { Lane } from '../domain/watchlists/pace.ts'
import { createClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Vault } from '../platform/crypto.ts'
import { isResting } from '../workers/at-instance.ts'
import { desiredHook } from '../workers/hook.ts'
import type { PlexLines } from '../workers/plex.ts'
import { createExistence, createShowFacts } from './existence-port.ts'
import { createPlexList } from './plex-list-port.ts'
import { createTitles } from './titles-port.ts'

/** Opens the lines to instances. A key is unsealed for its line alone. */
export const arrLines = (vault: Vault, http: Http) => {
  const settingsOf = ({ id, url, name, apiKey }: Instance): ArrSettings => ({
    url,
    name,
    apiKey: vault.open({ table: 'instances', id, column: 'api_key' }, apiKey),
  })
  const radarr = (instance: Instance): Radarr => createRadarr(settingsOf(instance), http)
  const sonarr = (instance: Instance): Sonarr => createSonarr(settingsOf(instance), http)
  const arr = (instance: Instance): Arr => (instance.kind === 'radarr' ? radarr : sonarr)(instance)
  return { radarr, sonarr, arr }
}

type Parts = Readonly<{ actions: ActionDeps; config: Config; http: Http; vault: Vault }>

/** The lines to the instances that new requests go to, as long as they answer: nobody waits for one that rests. */
const defaultLines = ({ actions, vault, http }: Parts) => {
  const { radarr, sonarr } = arrLines(vault, http)
  const awake = async (kind: Instance['kind']) => {
    const instance = await findDefaultInstance(actions.db, kind)
    return instance !== undefined && isResting(instance) ? undefined : instance
  }
  return {
    radarr: async () => {
      const instance = await awake('radarr')
      return instance && radarr(instance)
    },
    sonarr: async () => {
      const instance = await awake('sonarr')
      return instance && sonarr(instance)
    },
  }
}

/** Where titles come from. */
export const titlesOf = (parts: Parts): CommandDeps['titles'] => {
  const { actions, config, http } = parts
  const { token, apiUrl, imageUrl } = config.tmdb
  return createTitles({
    // The limit is the other side's, so its seconds are real ones.
    tmdb: token === undefined ? undefined : createTmdb({ apiUrl, imageUrl, token }, http, createClock()),
    ...defaultLines(parts),
    db: actions.db,
    clock: actions.clock,
  })
}

/** Everything that commands may reach, in the narrow form that they may reach it. */
export const commandPorts = (parts: {
  actions: ActionDeps
  config: Config
  http: Http
  plex(lane: Lane): PlexLines
  publicUrl: string
  vault: Vault
  claimCode: string
}): CommandDeps => {
  const { actions, config, http, plex, publicUrl, vault } = parts
  const { imageUrl } = config.tmdb
  const { radarr, sonarr } = defaultLines(parts)
  return {
    ...actions,
    vault,
    titles: titlesOf(parts),
    existence: createExistence(radarr),
    showFacts: createShowFacts(sonarr),
    plex: plex('person').tv,
    plexList: createPlexList({ actions, vault, discover: plex('person').discover }),
    probe: (kind, settings, hook) => probeArr(kind, settings, http, hook),
    hookOf: (instance) => desiredHook(instance, publicUrl, vault),
    imageUrl,
    publicUrl,
    claimCode: parts.claimCode,
    program: { version: program.version, startedAt: actions.clock.now() },
  }
}
