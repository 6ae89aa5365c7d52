import type { Deed, Form, Outcome, PlexName, Screen, Turn } from '../protocol.ts'

/** A form on the screen, with the seat in which it was opened. */
export type OpenForm = { form: Form; trouble: string | undefined; isSending: boolean }

/** What only this browser knows. */
type Local = {
  screen: Screen | undefined
  as: string | undefined
  room: string | undefined
  isConnected: boolean
  /** Messages that somebody put away; only ephemeral ones can be. */
  dismissed: ReadonlySet<string>
  /** What was pressed and not answered yet: a message and the custom id of a component. */
  waiting: ReadonlySet<string>
  /** What came of a press that went wrong, by message. */
  failures: ReadonlyMap<string, string>
  /** A command that was sent and not answered yet, or was answered by nobody. */
  sent: { name: string; room: string; failed: boolean } | undefined
  form: OpenForm | undefined
  /** A sentence for the reader that will go away. */
  notice: string | undefined
  /** The newest message that was read, by person and room. */
  read: Readonly<Record<string, string>>
}

const NOTICE_MS = 6_000

const local: Local = {
  screen: undefined,
  as: undefined,
  room: undefined,
  isConnected: true,
  dismissed: new Set(),
  waiting: new Set(),
  failures: new Map(),
  sent: undefined,
  form: undefined,
  notice: undefined,
  read: {},
}

const watchers = new Set<() => void>()
let stream: EventSource | undefined
let fading: number | undefined

/** All that the page draws, read-only. */
export const state: Readonly<Local> = local

/** Calls back after every change, until the returned function is called. */
export const watch = (call: () => void): (() => void) => {
  watchers.add(call)
  return () => void watchers.delete(call)
}

export const change = (changes: Partial<Local>): void => {
  Object.assign(local, changes)
  for (const call of watchers) call()
}

/** Says a sentence for a while. */
export const say = (notice: string): void => {
  clearTimeout(fading)
  fading = setTimeout(() => change({ notice: undefined }), NOTICE_MS)
  change({ notice })
}

export const readKey = (me: string, room: string): string => `${me} ${room}`

const take = (screen: Screen): void => {
  const last = screen.rooms.find(({ id }) => id === screen.room)?.messages.at(-1)?.id
  const read = last === undefined ? {} : { [readKey(screen.me, screen.room)]: last }
  change({
    screen,
    as: screen.me,
    room: screen.room,
    isConnected: true,
    read: { ...local.read, ...read },
  })
}

/** Sits down as somebody in a room, and follows what they see from now on. */
export const sit = (as: string | undefined, room: string | undefined): void => {
  stream?.close()
  const query = new URLSearchParams({ ...(as && { as }), ...(room && { room }) })
  history.replaceState(null, '', `${location.pathname}?${query}`)
  stream = new EventSource(`/api/screen?${query}`)
  stream.onmessage = ({ data }) => take(JSON.parse(data))
  stream.onerror = () => change({ isConnected: false })
  change({ as, room, failures: new Map(), form: undefined })
}

const post = async (path: string, body: object): Promise<unknown> => {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const said = (await answer.json()) as { refused?: string }
  if (!answer.ok) throw new Error(said.refused ?? 'The sandbox did not understand')
  return said
}

/** Does something in Discord from the present seat. @throws with the reason when the client would not allow it */
export const act = async (deed: Deed): Promise<Outcome> => {
  const { as, room } = local
  return (await post('/api/deed', { as, room, ...deed })) as Outcome
}

/** Every title that Plex knows. */
export const askTitles = async (): Promise<readonly PlexName[]> => {
  const answer = await fetch('/api/titles')
  return answer.json()
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Makes something happen in the world; what goes wrong is said on the page. */
export const turn = async (what: Turn): Promise<void> => {
  try {
    await post('/api/turn', what)
  } catch (error) {
    say(reasonOf(error))
  }
}
