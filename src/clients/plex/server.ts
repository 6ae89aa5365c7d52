import { z } from 'zod'
import type { PlexServer } from './types.ts'

const connection = z.object({
  uri: z.string().nullish(),
  address: z.string().nullish(),
  port: z.number().nullish(),
  local: z.boolean().nullish(),
  relay: z.boolean().nullish(),
})

export const resource = z.object({
  clientIdentifier: z.string(),
  name: z.string().nullish(),
  provides: z.string().nullish(),
  owned: z.boolean().nullish(),
  accessToken: z.string().nullish(),
  httpsRequired: z.boolean().nullish(),
  connections: z.array(connection).nullish(),
})

type Connection = z.infer<typeof connection>

const isWeb = (address: string): boolean => /^https?:$/.test(URL.parse(address)?.protocol ?? '')

const rankOf = ({ local, relay }: Connection): number => (relay ? 2 : local ? 0 : 1)

/** The address without the name that its certificate is for: some routers don't resolve that name at home. */
const plainOf = ({ address, port, local, relay }: Connection): string[] => {
  if (!local || relay || !address || !port) return []
  return [`http://${address.includes(':') ? `[${address}]` : address}:${port}`]
}

const addressesOf = ({ connections, httpsRequired }: z.infer<typeof resource>): string[] => {
  const known = (connections ?? []).toSorted((one, other) => rankOf(one) - rankOf(other))
  const uris = known.flatMap(({ uri }) => uri ?? [])
  // A token that goes unencrypted is the last resort.
  const all = [...uris, ...(httpsRequired ? [] : known.flatMap(plainOf))]
  return [...new Set(all.map((address) => address.replace(/\/+$/, '')))].filter(isWeb)
}

/** A media server among what an account may use, which are players as well; else undefined. */
export const serverOf = (found: z.infer<typeof resource>): PlexServer | undefined => {
  const { clientIdentifier, name, provides, owned, accessToken } = found
  if (!provides?.split(',').includes('server')) return undefined
  return {
    machineId: clientIdentifier,
    name: name || clientIdentifier,
    owned: owned ?? false,
    ...(accessToken ? { accessToken } : {}),
    addresses: addressesOf(found),
  }
}
