import { z } from 'zod'

// PostgreSQL takes no NUL, and no event is called by a control character.
const NAME = /^\P{Cc}{1,100}$/u

/** All that is read of an *arr's webhook on arrival; the rest is stored as it came and read by a job. */
export const arrHook = z.object({ eventType: z.string().regex(NAME).catch('unknown') })

/** Parses a body that must be a JSON object; undefined for anything else. */
export const readObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
