const SECOND = 1_000
const UNITS = [
  ['year', 365 * 86_400 * SECOND],
  ['month', 30 * 86_400 * SECOND],
  ['day', 86_400 * SECOND],
  ['hour', 3_600 * SECOND],
  ['minute', 60 * SECOND],
  ['second', SECOND],
] as const

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

const fromNow = (at: number, now: number): string => {
  const away = at - now
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? ['second', SECOND]
  return relative.format(Math.round(away / length), unit)
}

const formats = (() => {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  const day = of({ day: 'numeric', month: 'long', year: 'numeric' })
  const weekday = of({ weekday: 'long' })
  const numbers = of({ dateStyle: 'short' })
  const clock = of({ timeStyle: 'short' })
  const seconds = of({ timeStyle: 'medium' })
  return { day, weekday, numbers, clock, seconds }
})()

/** A Discord timestamp as somebody in England would read it; clocks show UTC. */
export const momentText = (at: number, style: string, now: number): string => {
  const { day, weekday, numbers, clock, seconds } = formats
  switch (style) {
    case 'R':
      return fromNow(at, now)
    case 't':
      return clock.format(at)
    case 'T':
      return seconds.format(at)
    case 'd':
      return numbers.format(at)
    case 'D':
      return day.format(at)
    case 'F':
      return `${weekday.format(at)}, ${day.format(at)} ${clock.format(at)}`
    case 's':
      return `${numbers.format(at)}, ${clock.format(at)}`
    case 'S':
      return `${numbers.format(at)}, ${seconds.format(at)}`
    default:
      return `${day.format(at)} ${clock.format(at)}`
  }
}
