import { retryAfterMs } from '../clients/http/status-fault.ts'
import type { Http } from '../clients/http/types.ts'
import { createPlexCommunity } from '../clients/plex/community.ts'
import { createPlexDiscover } from '../clients/plex/discover.ts'
import { createPlexFeeds } from '../clients/plex/feeds.ts'
import { createMediaServer } from '../clients/plex/media-server.ts'
import { createPlexTv } from '../clients/plex/plex-tv.ts'
import type { MediaServer, MediaServerSettings, PlexClient } from '../clients/plex/types.ts'
import type { Lane } from '../domain/watchlists/pace.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { PlexLines } from '../workers/plex.ts'
import type { PlexPace } from './plex-pace.ts'

/** The same way to the network, at Plex's pace: each call waits for its turn, and a wish to wait is everybody's. */
const paced = (http: Http, pace: PlexPace, lane: Lane): Http => ({
  ...http,
  send: async (call) => {
    await pace.take(call, lane)
    const answer = await http.send(call)
    if (answer.status === 429) await pace.pause(retryAfterMs(answer.headers))
    return answer
  },
})

/** The lines to Plex's services, by who waits for the answer. Media servers are the owner's own and need no pace. */
export const createPlexLines = (
  settings: Config['plex'] & PlexClient,
  http: Http,
  pace: PlexPace,
  clock: Clock,
): ((lane: Lane) => PlexLines) => {
  // A server that was reached once is asked where it answered.
  const reached = new Map<string, { addresses: string; line: MediaServer }>()
  const server = (server: MediaServerSettings): MediaServer => {
    const key = JSON.stringify([server.machineId, server.token])
    const addresses = server.addresses.join()
    const known = reached.get(key)
    if (known?.addresses === addresses) return known.line
    const line = createMediaServer(server, http)
    reached.set(key, { addresses, line })
    return line
  }

  const lines = (lane: Lane): PlexLines => {
    const line = paced(http, pace, lane)
    return {
      tv: createPlexTv(settings, line),
      discover: createPlexDiscover(settings, line),
      community: createPlexCommunity(settings, line),
      feeds: createPlexFeeds(settings, line, clock),
      server,
    }
  }
  const opened = new Map<Lane, PlexLines>()
  return (lane) => {
    const known = opened.get(lane) ?? lines(lane)
    opened.set(lane, known)
    return known
  }
}
