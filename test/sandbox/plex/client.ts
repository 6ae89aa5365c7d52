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
}

/** Asks plex.tv as a program does. */
export const ask = async (plex: Plex, path: string, asked: Asked = {}) => {
  const { method = 'GET', token, client = 'usherr-test', accept = 'application/json', body } = asked
  const response = await fetch(`${plex.url}${path}`, {
    method,
    headers: {
      accept,
      ...(client && { 'X-Plex-Client-Identifier': client }),
      'X-Plex-Product': 'Usherr',
      ...(token && { 'X-Plex-Token': token }),
    },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  }
}

/** Begins a sign-in. */
export const newPin = async (plex: Plex): Promise<{ id: number; code: string }> =>
  (await ask(plex, '/api/v2/pins?strong=true', { method: 'POST' })).json

/** Signs somebody in from beginning to end. */
export const tokenOf = async (plex: Plex, account: ReturnType<Plex['addAccount']>): Promise<string> =>
  plex.signIn((await newPin(plex)).code, account)
