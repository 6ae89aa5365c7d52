import type { Entry, Given, Outcome } from '../protocol.ts'
import { act, change, reasonOf, say, state } from './store.ts'

/** Sends a command, and shows that it is on its way until the program has answered. */
export const sendCommand = async (name: string, given: Given): Promise<void> => {
  const { room = '' } = state
  change({ sent: { name, room, failed: false } })
  try {
    const outcome = await act({ do: 'slash', name, given })
    change({ sent: outcome.kind === 'none' ? { name, room, failed: true } : undefined })
    openForm(outcome)
  } catch (error) {
    change({ sent: undefined })
    say(reasonOf(error))
  }
}

const openForm = ({ form }: Outcome): void => {
  if (form) change({ form: { form, trouble: undefined, isSending: false } })
}

const without = <T>(all: ReadonlySet<T>, one: T): Set<T> => new Set([...all].filter((other) => other !== one))

const failed = (message: string, why: string): Map<string, string> =>
  new Map([...state.failures, [message, why] as const])

/** Uses a button or a select; it waits on the screen until the program has answered. */
const use = async (message: string, part: string, run: () => Promise<Outcome>): Promise<void> => {
  const key = `${message} ${part}`
  const failures = new Map(state.failures)
  failures.delete(message)
  change({ waiting: new Set([...state.waiting, key]), failures })
  try {
    const outcome = await run()
    if (outcome.kind === 'none') change({ failures: failed(message, 'This interaction failed') })
    openForm(outcome)
  } catch (error) {
    change({ failures: failed(message, reasonOf(error)) })
  } finally {
    change({ waiting: without(state.waiting, key) })
  }
}

export const press = (message: string, button: string): Promise<void> =>
  use(message, button, () => act({ do: 'press', message, button }))

export const choose = (message: string, select: string, values: readonly string[]): Promise<void> =>
  use(message, select, () => act({ do: 'choose', message, select, values }))

/** Submits the open form. It stays, with what was entered, when the program does not take it. */
export const submitForm = async (entries: Readonly<Record<string, Entry>>): Promise<void> => {
  const open = state.form
  if (!open) return
  change({ form: { ...open, trouble: undefined, isSending: true } })
  try {
    const outcome = await act({ do: 'fill', form: open.form.key, entries })
    const trouble = outcome.kind === 'none' ? 'Something went wrong. Try again.' : undefined
    change({ form: trouble === undefined ? undefined : { ...open, trouble, isSending: false } })
    openForm(outcome)
  } catch (error) {
    change({ form: { ...open, trouble: reasonOf(error), isSending: false } })
  }
}

/** Puts an ephemeral message away, for this browser. */
export const dismiss = (message: string): void =>
  change({ dismissed: new Set([...state.dismissed, message]) })
