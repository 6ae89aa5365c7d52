import type { ActionDeps } from '../actions/define.ts'
import type { Connection, Probe } from '../clients/arr/types.ts'
import type { PlexPin } from '../clients/plex/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { Existence } from '../domain/requests/evaluate.ts'
import type { EpisodeFact } from '../domain/seasons/snapshot.ts'
import type { Candidate, Kind, Title, TitleRef } from '../domain/titles/title.ts'
import type { Vault } from '../platform/crypto.ts'

/** An episode to choose. */
export type NamedEpisode = Readonly<{ episode: number; name?: string; airsAt?: number }>

/**
 * Plex's number of the title that was put on a list or taken off it; or nobody is signed in to the account any more; or
 * Plex does not know the title.
 */
type ListChanged = Readonly<{ plexKey: string }> | 'no-sign-in' | 'unknown'

/** The narrow views that commands have of the world outside. Each call ends within its deadline, or throws a Fault. */
export type CommandDeps = ActionDeps &
  Readonly<{
    vault: Vault
    titles: Readonly<{
      /** Titles for what somebody typed, best first. Known titles only when no service answers in time. */
      search(
        text: string,
        options: { kind?: Kind; locale: string; deadlineMs: number },
      ): Promise<readonly Candidate[]>
      /** Everything known of a title; undefined when nobody knows it. */
      details(ref: TitleRef, options: { locale: string; deadlineMs: number }): Promise<Title | undefined>
      /** The episodes of a season, as far as anybody knows them; none when nobody answers. */
      episodes(title: Title, season: number, locale: string): Promise<readonly NamedEpisode[]>
    }>
    /** Whether the instance that would get it has it already; `unknown` when it does not answer in time. */
    existence(title: Title): Promise<Existence>
    /** What the instance that would get a show has of it; undefined when it does not answer in time. */
    showFacts(title: Title): Promise<readonly EpisodeFact[] | undefined>
    plex: Readonly<{ createPin(): Promise<PlexPin> }>
    /** Changes somebody's own list at Plex, by their own sign-in. That nothing was to be changed is no error. */
    plexList: Readonly<{
      add(plexId: string, title: Pick<Title, 'kind' | 'ids'>): Promise<ListChanged>
      remove(plexId: string, title: Pick<Title, 'kind' | 'ids'>): Promise<ListChanged>
    }>
    /** Tests an address and key live, and whether the other side reaches our webhook. */
    probe(
      kind: 'radarr' | 'sonarr',
      settings: { url: string; apiKey: string; name: string },
      hook: Connection,
    ): Promise<Probe>
    /** The webhook that an instance should have. */
    hookOf(instance: Pick<Instance, 'id' | 'kind' | 'hookSecret'>): Connection
    imageUrl: string
    publicUrl: string
    /** The one-time code that claims this deployment while no guild is home. */
    claimCode: string
    /** What runs here, and since when. */
    program: Readonly<{ version: string; startedAt: number }>
  }>
