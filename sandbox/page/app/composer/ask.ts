import type { Deed } from '../../protocol.ts'
import type { ListOption } from '../elements/option-list.ts'
import { act } from '../store.ts'

/** As long as Discord waits after a letter before it asks. */
const PAUSE_MS = 200

/**
 * Asks the program what fits to what was typed, after a pause, and calls back with the rows: undefined when it did not
 * answer. Only the newest question is answered.
 */
export const createAsking = (heard: (rows: ListOption[] | undefined) => void) => {
  let newest = 0
  let timer: number | undefined

  const ask = async (deed: Deed & { do: 'type' }, turn: number) => {
    const outcome = await act(deed).catch(() => undefined)
    if (turn !== newest) return
    heard(outcome?.choices?.map(({ name, value }) => ({ value: String(value), label: name })))
  }

  return {
    ask: (deed: Deed & { do: 'type' }): void => {
      newest += 1
      const turn = newest
      clearTimeout(timer)
      timer = setTimeout(() => void ask(deed, turn), PAUSE_MS)
    },
    forget: (): void => {
      newest += 1
      clearTimeout(timer)
    },
  }
}
