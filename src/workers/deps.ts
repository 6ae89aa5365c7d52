import type { ActionDeps } from '../actions/define.ts'
import type { Arr, Radarr, Sonarr } from '../clients/arr/types.ts'
import type { Discord, GuildMember } from '../clients/discord/types.ts'
import type { PlexServer } from '../clients/plex/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { Title, TitleRef } from '../domain/titles/title.ts'
import type { Lane } from '../domain/watchlists/pace.ts'
import type { Vault } from '../platform/crypto.ts'
import type { Log } from '../platform/logger.ts'
import type { PlexLines, SignedIn } from './plex.ts'
import type { Shares } from './shares.ts'

/** What jobs are given. A job's own signature narrows it with Pick where it is called from elsewhere. */
export type JobDeps = ActionDeps &
  Readonly<{
    vault: Vault
    discord: Discord
    /** Asks Discord about somebody in a guild; answers at most five minutes old. Undefined: not a member. @throws Fault */
    askMember(guildId: string, userId: string): Promise<GuildMember | undefined>
    /** The lines to Plex's services, by who waits for the answer. */
    plex(lane: Lane): PlexLines
    /** Which media servers an account reaches, as known for some minutes. */
    serversOf(who: SignedIn, deps: Pick<JobDeps, 'plex'>): Promise<readonly PlexServer[]>
    titles: Readonly<{
      /** Everything known of a title; undefined when nobody knows it. Ends within its deadline, or throws a Fault. */
      details(ref: TitleRef, options: { locale: string; deadlineMs: number }): Promise<Title | undefined>
    }>
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
