/** Somebody with a Plex account, or a managed user of somebody's Plex Home (who has neither username nor email). */
export type Account = {
  id: number
  /** 16 hexadecimal digits; the community service calls people by it. */
  uuid: string
  username: string | null
  title: string
  email: string | null
  plexPass: boolean
  /** The account that runs the Plex Home which this one belongs to; its own id when it runs one, absent without a Home. */
  homeAdmin?: number
  joinedAt: number
  /** Addresses that Plex posts to, as the account set them. */
  webhooks: string[]
  friends: Set<number>
  /** The apps that were signed in, by their client identifier. */
  players: { name: string; clientIdentifier: string; createdAt: number }[]
}

export type Section = { id: number; key: number; title: string; type: 'movie' | 'show' | 'artist' }

/** That somebody may use a server; carries the token by which that server knows them. */
export type Share = {
  id: number
  accountId: number
  accessToken: string
  invitedAt: number
  acceptedAt: number
}

export type Server = {
  id: number
  /** 40 hexadecimal digits; `clientIdentifier` among the resources. */
  machineIdentifier: string
  name: string
  ownerId: number
  createdAt: number
  sections: Section[]
  shares: Share[]
}

/** A sign-in that was begun. */
export type Pin = {
  id: number
  code: string
  clientIdentifier: string
  product: string
  createdAt: number
  expiresAt: number
  token: string | null
  /** The person left the page without signing in. */
  denied: boolean
  /** When it was asked for lately. */
  polls: number[]
}

/** All that the stand-in knows, in one plain object. */
export type World = {
  now(): number
  accounts: Account[]
  servers: Server[]
  pins: Pin[]
  /** Whose each live token is. */
  tokens: Map<string, number>
  /** Tokens that were worth something once. */
  revoked: Set<string>
  counters: Record<'account' | 'server' | 'section' | 'share' | 'pin', number>
}
