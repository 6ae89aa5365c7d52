import { z } from 'zod'
import { Fault, isFault } from '../../platform/faults.ts'
import { ask, isSuccess } from '../http/ask.ts'
import { instantIn } from '../http/instant.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Call, CallOptions, Http } from '../http/types.ts'
import type { PlexPin, PlexTv, PlexTvSettings } from './types.ts'

const pin = z.object({ id: z.number(), code: z.string(), expiresAt: z.string() })
const signedIn = z.object({ authToken: z.string().nullish() })
const account = z.object({
  id: z.number(),
  uuid: z.string(),
  username: z.string().nullish(),
  title: z.string().nullish(),
})
const resources = z.array(
  z.object({
    clientIdentifier: z.string(),
    name: z.string().nullish(),
    provides: z.string().nullish(),
    owned: z.boolean().nullish(),
  }),
)

/** What a call carries besides what all of them do: `code` and `token` are secrets. */
type Asked = CallOptions & Readonly<{ method?: 'GET' | 'POST' | 'DELETE'; code?: string; token?: string }>

/** plex.tv's second interface. A token travels in a header, never in an address. */
export const createPlexTv = (settings: PlexTvSettings, http: Http): PlexTv => {
  const callOf = (operation: string, path: string, { method = 'GET', code, token, signal }: Asked): Call => {
    const url = new URL(`${settings.tvUrl}/api/v2/${path}`)
    if (code !== undefined) url.searchParams.set('code', code)
    return {
      service: 'plex.tv',
      operation,
      url,
      method,
      headers: {
        'x-plex-client-identifier': settings.clientId,
        'x-plex-product': settings.product,
        ...(token === undefined ? {} : { 'x-plex-token': token }),
      },
      secrets: [code, token].filter((secret) => secret !== undefined),
      ...(signal ? { signal } : {}),
    }
  }

  const pageOf = (code: string): string => {
    const words = new URLSearchParams({
      clientID: settings.clientId,
      code,
      'context[device][product]': settings.product,
    })
    return `${settings.appUrl}/auth#?${words}`
  }

  const createPin = async (options: CallOptions = {}): Promise<PlexPin> => {
    const call = callOf('begin a sign-in', 'pins?strong=true', { ...options, method: 'POST' })
    const { id, code, expiresAt } = await ask(http, call, pin)
    const expires = instantIn(expiresAt)
    if (expires === undefined)
      throw new Fault({ kind: 'bad-shape', service: call.service, operation: call.operation })
    return { id: String(id), code, expiresAt: expires, url: pageOf(code) }
  }

  return {
    createPin,
    readPin: async (id, code, options = {}) => {
      const call = callOf('look after a sign-in', `pins/${encodeURIComponent(id)}`, { ...options, code })
      try {
        const { authToken } = await ask(http, call, signedIn)
        return authToken ? { token: authToken } : 'waiting'
      } catch (error) {
        if (isFault(error, 'not-found')) return 'gone'
        throw error
      }
    },
    account: async (token, options = {}) => {
      const found = await ask(http, callOf('read an account', 'user', { ...options, token }), account)
      const username = found.username || found.title || String(found.id)
      return { id: String(found.id), uuid: found.uuid, username, title: found.title || username }
    },
    servers: async (token, options = {}) => {
      const call = callOf('list the servers', 'resources', { ...options, token })
      const found = await ask(http, call, resources)
      return found
        .filter(({ provides }) => provides?.split(',').includes('server'))
        .map(({ clientIdentifier, name, owned }) => ({
          machineId: clientIdentifier,
          name: name || clientIdentifier,
          owned: owned ?? false,
        }))
    },
    signOut: async (token, options = {}) => {
      const call = callOf('sign out', 'users/signout', { ...options, method: 'DELETE', token })
      const answer = await http.send(call)
      // 401: the token was worthless already, which is all that was wanted.
      if (!isSuccess(answer) && answer.status !== 401) throw statusFault(call, answer)
    },
  }
}
