import type { PlexClient } from './types.ts'

/** Who asks, and by whose token. A token travels in a header, never in an address. */
export const plexHeaders = ({ clientId, product }: PlexClient, token?: string): Record<string, string> => ({
  'x-plex-client-identifier': clientId,
  'x-plex-product': product,
  ...(token === undefined ? {} : { 'x-plex-token': token }),
})
