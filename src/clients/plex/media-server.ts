import { z } from 'zod'
import { Fault, isFault } from '../../platform/faults.ts'
import { ask } from '../http/ask.ts'
import type { Call, CallOptions, Http } from '../http/types.ts'
import type { Holding, MediaServer, MediaServerSettings } from './types.ts'

const identity = z.object({ MediaContainer: z.object({ machineIdentifier: z.string() }) })
const library = z.object({
  MediaContainer: z.object({
    Metadata: z
      .array(
        z.object({
          // Newer servers send numbers where older ones sent text.
          ratingKey: z.coerce.string().regex(/^\d+$/),
          type: z.string(),
          deletedAt: z.number().nullish(),
        }),
      )
      .nullish(),
  }),
})
const children = z.object({
  MediaContainer: z.object({
    Metadata: z
      .array(
        z.object({
          type: z.string().nullish(),
          index: z.number().nullish(),
          leafCount: z.number().nullish(),
        }),
      )
      .nullish(),
  }),
})

const TYPES = { film: 'movie', show: 'show' } as const
const PROBE_MS = 2_000

type Seasons = z.infer<typeof children>['MediaContainer']['Metadata']

/** How many episodes each season has; where a show is in two libraries, the fuller one counts. */
const countSeasons = (lists: readonly Seasons[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const { type, index, leafCount } of lists.flatMap((list) => list ?? [])) {
    if ((type ?? 'season') !== 'season' || index == null || !leafCount) continue
    counts.set(index, Math.max(counts.get(index) ?? 0, leafCount))
  }
  return counts
}

/** A media server, asked where it answers best; that is looked for once, and again when it is gone from there. */
export const createMediaServer = (settings: MediaServerSettings, http: Http): MediaServer => {
  const { addresses, token, machineId, name: service } = settings
  let home: string | undefined

  const callAt = (address: string, operation: string, path: string, options: CallOptions): Call => ({
    service,
    operation,
    url: new URL(`${address}/${path}`),
    secrets: [token],
    maxBytes: 4 * 1024 * 1024,
    ...options,
  })

  /** Whether it is this server that answers there; asked without the token, which is not for others. */
  const probe = async (address: string, options: CallOptions): Promise<Fault | undefined> => {
    const call = { ...callAt(address, 'find the server', 'identity', options), deadlineMs: PROBE_MS }
    try {
      const { machineIdentifier } = (await ask(http, call, identity)).MediaContainer
      if (machineIdentifier === machineId) return undefined
      return new Fault({ kind: 'not-found', service, operation: call.operation, code: 'another-server' })
    } catch (error) {
      if (isFault(error)) return error
      throw error
    }
  }

  /** All are asked at once, and the first in the list that answers is taken. */
  const find = async (options: CallOptions): Promise<string> => {
    const probes = addresses.map((address) => ({ address, outcome: probe(address, options) }))
    let trouble: Fault | undefined
    for (const { address, outcome } of probes) {
      const fault = await outcome
      if (fault === undefined) return address
      trouble ??= fault
    }
    throw (
      trouble ?? new Fault({ kind: 'unreachable', service, operation: 'find the server', code: 'no-address' })
    )
  }

  const read = async <Schema extends z.ZodType>(
    operation: string,
    path: string,
    schema: Schema,
    options: CallOptions,
  ): Promise<z.infer<Schema>> => {
    const askAt = (address: string) =>
      ask(http, { ...callAt(address, operation, path, options), headers: { 'x-plex-token': token } }, schema)
    const known = home
    if (known !== undefined) {
      try {
        return await askAt(known)
      } catch (error) {
        if (!isFault(error, 'unreachable', 'name-not-found', 'tls', 'timeout')) throw error
        home = undefined
      }
    }
    home = await find(options)
    return askAt(home)
  }

  return {
    holding: async ({ kind, plexKey }, options = {}): Promise<Holding | undefined> => {
      const guid = encodeURIComponent(`plex://${TYPES[kind]}/${plexKey}`)
      const found = await read('look for a title', `library/all?guid=${guid}`, library, options)
      const held = (found.MediaContainer.Metadata ?? []).filter(
        ({ type, deletedAt }) => type === TYPES[kind] && deletedAt == null,
      )
      if (held.length === 0) return undefined
      if (kind === 'film') return {}
      const lists = await Promise.all(
        held.map(async ({ ratingKey }) => {
          const path = `library/metadata/${ratingKey}/children`
          return (await read('count the episodes', path, children, options)).MediaContainer.Metadata
        }),
      )
      return { seasons: countSeasons(lists) }
    },
  }
}
