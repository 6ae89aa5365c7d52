import { onTestFinished } from 'vitest'
import { type Plex, startPlex } from '../../../sandbox/plex/start-plex.ts'

/** A clock that a test moves. */
export const handClock = () => {
  let time = Date.parse('2026-08-01T12:00:00Z')
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms
    },
  }
}

/** The stand-in for one test, with a clock that stands still until it is moved. */
export const plexForTest = async () => {
  const clock = handClock()
  const plex = await startPlex({ clock })
  onTestFinished(plex.close)
  return { plex, clock }
}

type Asked = {
  method?: string
  token?: string
  client?: string
  accept?: string
  body?: string | URLSearchParams
  /** A body that is sent as JSON. */
  json?: unknown
  headers?: Record<string, string>
}

/** Asks plex.tv, or another service, as a program does. Redirects are for the test to follow. */
export const ask = async ({ url }: { url: string }, path: string, asked: Asked = {}) => {
  const { method = 'GET', token, client = 'usherr-test', accept = 'application/json', headers } = asked
  const body = asked.json === undefined ? asked.body : JSON.stringify(asked.json)
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      accept,
      ...(client && { 'X-Plex-Client-Identifier': client }),
      'X-Plex-Product': 'Usherr',
      ...(token && { 'X-Plex-Token': token }),
      ...(asked.json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}

/** Begins a sign-in. */
export const newPin = async (plex: Plex): Promise<{ id: number; code: string }> =>
  (await ask(plex, '/api/v2/pins?strong=true', { method: 'POST' })).json

/** Signs somebody in from beginning to end. */
export const tokenOf = async (plex: Plex, account: ReturnType<Plex['addAccount']>): Promise<string> =>
  plex.signIn((await newPin(plex)).code, account)

/** An owner with a Plex Pass and two friends, all signed in. */
export const friendsForTest = async () => {
  const { plex, clock } = await plexForTest()
  const signedIn = async (name: string, plexPass = false) => {
    const account = plex.addAccount({ name, plexPass })
    return { account, token: await tokenOf(plex, account) }
  }
  const [olga, ana, ben] = [await signedIn('Olga', true), await signedIn('Ana'), await signedIn('Ben')]
  plex.befriend(olga.account, ana.account)
  plex.befriend(olga.account, ben.account)
  return { plex, clock, olga, ana, ben }
}
