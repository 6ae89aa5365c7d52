const UNITS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })

const fromNow = (at: number, now: number): string => {
  const away = at - now
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? ['second', 1_000]
  return relative.format(Math.round(away / length), unit)
}

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
}

const format = (at: number, style: string): string =>
  new Intl.DateTimeFormat(undefined, FORMATS[style] ?? FORMATS.f).format(at)

/** A Discord timestamp in the reader's own language and zone. */
export const momentText = (at: number, style: string, now: number): string =>
  style === 'R' ? fromNow(at, now) : format(at, style)

const dayOf = (at: number): string => new Date(at).toDateString()

/** When a message was written, as it stands beside its author. */
export const writtenText = (at: number, now: number): string => {
  if (dayOf(at) === dayOf(now)) return format(at, 't')
  return dayOf(at) === dayOf(now - 86_400_000) ? `Yesterday at ${format(at, 't')}` : format(at, 's')
}

/** The day of a message, as it stands between two days. */
export const dayText = (at: number): string => format(at, 'D')
