import type { Instant } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'

export type PlexTvSettings = Readonly<{
  tvUrl: string
  appUrl: string
  /** Names this installation to Plex; made once and kept. */
  clientId: string
  product: string
}>

/** A sign-in that was begun. `url` is the page where the person signs in. */
export type PlexPin = Readonly<{ id: string; code: string; expiresAt: Instant; url: string }>

/** How a sign-in stands: nobody signed in yet, it ran out, or here is the account's token. */
export type PinState = 'waiting' | 'gone' | Readonly<{ token: string }>

export type PlexAccount = Readonly<{ id: string; uuid: string; username: string; title: string }>

/** A media server that an account may use. */
export type PlexServer = Readonly<{ machineId: string; name: string; owned: boolean }>

/** plex.tv: sign-in, accounts and the servers they see. Every call throws Faults and nothing else. */
export type PlexTv = {
  createPin(options?: CallOptions): Promise<PlexPin>
  readPin(id: string, code: string, options?: CallOptions): Promise<PinState>
  account(token: string, options?: CallOptions): Promise<PlexAccount>
  servers(token: string, options?: CallOptions): Promise<readonly PlexServer[]>
  /** Makes the token worthless; that it was so already is no error. */
  signOut(token: string, options?: CallOptions): Promise<void>
}
