import { z } from 'zod'
import { Fault, isFault } from '../../platform/faults.ts'
import { ask, isSuccess } from '../http/ask.ts'
import { instantIn } from '../http/instant.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Call, CallOptions, Http } from '../http/types.ts'
import { plexHeaders } from './headers.ts'
import { friends, home, mergePeople } from './people.ts'
import { resource, serverOf } from './server.ts'
import type { PlexPin, PlexTv, PlexTvSettings } from './types.ts'

const pin = z.object({ id: z.number(), code: z.string(), expiresAt: z.string() })
const signedIn = z.object({ authToken: z.string().nullish() })
const account = z.object({
  id: z.number(),
  uuid: z.string(),
  username: z.string().nullish(),
  title: z.string().nullish(),
  subscription: z.object({ active: z.boolean().nullish() }).nullish(),
})
const resources = z.array(resource)

/** What a call carries besides what all of them do: `code` and `token` are secrets. */
type Asked = CallOptions & Readonly<{ method?: 'GET' | 'POST' | 'DELETE'; code?: string; token?: string }>

/** plex.tv's second interface. */
export const createPlexTv = (settings: PlexTvSettings, http: Http): PlexTv => {
  const callOf = (operation: string, path: string, { method = 'GET', code, token, signal }: Asked): Call => {
    const url = new URL(`${settings.tvUrl}/api/v2/${path}`)
    if (code !== undefined) url.searchParams.set('code', code)
    return {
      service: 'plex.tv',
      operation,
      url,
      method,
      headers: plexHeaders(settings, token),
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
      return {
        id: String(found.id),
        uuid: found.uuid,
        username,
        title: found.title || username,
        plexPass: found.subscription?.active ?? false,
      }
    },
    servers: async (token, options = {}) => {
      const path = 'resources?includeHttps=1&includeRelay=1&includeIPv6=1'
      const found = await ask(http, callOf('list the servers', path, { ...options, token }), resources)
      return found.map(serverOf).filter((server) => server !== undefined)
    },
    people: async (token, options = {}) => {
      const read = { ...options, token }
      const [known, members] = await Promise.all([
        ask(http, callOf('list friends', 'friends', read), friends),
        ask(http, callOf('list the Home', 'home/users', read), home),
      ])
      return mergePeople(known, members)
    },
    signOut: async (token, options = {}) => {
      const call = callOf('sign out', 'users/signout', { ...options, method: 'DELETE', token })
      const answer = await http.send(call)
      // 401: the token was worthless already, which is all that was wanted.
      if (!isSuccess(answer) && answer.status !== 401) throw statusFault(call, answer)
    },
  }
}
