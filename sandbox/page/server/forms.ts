import { randomUUID } from 'node:crypto'
import type { Modal } from '../../discord/people/answer.ts'

const MOST = 50

/** The forms that are open on screens, by a key that only that screen is told. */
export const createForms = () => {
  const forms = new Map<string, Modal>()
  return {
    open: (modal: Modal): string => {
      const key = randomUUID()
      forms.set(key, modal)
      const [oldest] = forms.keys()
      if (forms.size > MOST && oldest !== undefined) forms.delete(oldest)
      return key
    },
    find: (key: string): Modal => {
      const found = forms.get(key)
      if (!found) throw new Error('This form is no longer open')
      return found
    },
  }
}

export type Forms = ReturnType<typeof createForms>
