export type Json = { [key: string]: unknown }

/** Leaves out what is null or undefined, all the way down, as both applications do when they write JSON. */
export const compact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(compact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, compact(inner)]),
  )
}

/** JSON text as both applications write it: indented, nothing null. */
export const write = (value: unknown): string => JSON.stringify(compact(value), null, 2)

/** A moment as the API writes it: to the second, although the database keeps more. */
export const apiTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** A moment as the webhooks write it: seven digits of a second, of which a clock in milliseconds knows three. */
export const hookTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '1234Z')

/** A span as the API writes it: `00:12:05`, or `1.02:00:00` from a day on. */
export const apiSpan = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map(two)
    .join(':')
  return days > 0 ? `${days}.${clock}` : clock
}
