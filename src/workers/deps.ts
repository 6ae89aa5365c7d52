import type { ActionDeps } from '../actions/define.ts'
import type { Arr, Radarr, Sonarr } from '../clients/arr/types.ts'
import type { Discord } from '../clients/discord/types.ts'
import type { PlexTv } from '../clients/plex/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { Vault } from '../platform/crypto.ts'
import type { Log } from '../platform/logger.ts'
import type { Shares } from './shares.ts'

/** What jobs are given. A job's own signature narrows it with Pick where it is called from elsewhere. */
export type JobDeps = ActionDeps &
  Readonly<{
    vault: Vault
    discord: Discord
    plexTv: PlexTv
    /** Opens the line to an instance, with its key unsealed. */
    radarr(instance: Instance): Radarr
    sonarr(instance: Instance): Sonarr
    /** What both kinds have in common. */
    arr(instance: Instance): Arr
    /** The application's own id. */
    applicationId: string
    /** TMDB_IMAGE_URL. */
    imageUrl: string
    /** PUBLIC_URL: how the *arrs reach us. */
    publicUrl: string
    log: Log
    /** How many jobs are at each instance. */
    shares: Shares
    /** A number from 0 to 1, for jitter. */
    random(): number
  }>
