/** Milliseconds since 1970, UTC. */
type Instant = number

/** What of a Plex account tells whether its person is signed in here. */
type SignIn = Readonly<{ token: string | null; linkedAt: Instant; tokenRefusedAt: Instant | null }>

/**
 * Whether somebody is signed in to a Plex account here, so that Plex can be asked on their behalf. A token alone is not
 * enough: it stays for a while after they unlinked, until it is worthless at Plex, and after Plex took it no longer.
 */
export const isSignedIn = <A extends SignIn>(
  account: A | undefined,
): account is A & { token: NonNullable<A['token']> } =>
  account !== undefined && account.token !== null && account.linkedAt > 0 && account.tokenRefusedAt === null
