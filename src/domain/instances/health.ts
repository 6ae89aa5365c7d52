import type { EventName } from '../events.ts'
import { decideLine, LINE_FAILURES, type Line, type Met, SOUND } from './line.ts'

/** What an instance no longer offers, though it was chosen. */
const MISFITS = ['profile-gone', 'folder-gone'] as const

type Misfit = (typeof MISFITS)[number]

/** What can be wrong with an instance. */
export const AILMENTS = [...LINE_FAILURES, ...MISFITS] as const

export type Ailment = (typeof AILMENTS)[number]

/** How an instance does, and since when. `said` is the name, path or version that the trouble is about. */
export type Health = Readonly<
  | { state: 'unknown' | 'ok'; since?: number }
  | { state: 'trouble'; ailment: Ailment; said?: string; since: number }
>

/** What was chosen of an instance, and what it offers. */
export type Choosing = Readonly<{
  profileId?: number
  folder?: string
  choices: Readonly<{
    profiles: readonly { id: number; name: string }[]
    folders: readonly { path: string }[]
  }>
}>

/** What is known of how an instance does. */
export type Condition = Choosing & Readonly<{ line: Line; health: Health }>

/** Something new of an instance: a visit, another choice or offer, or that somebody may have mended it. */
export type News = Partial<Choosing> & Readonly<{ met?: Met; mended?: true }>

/** Troubles that one and the same thing may show at different moments: whoever mends it is told once of all of them. */
type Matter = 'line' | 'key' | 'application' | Misfit

const MATTERS: Readonly<Record<Ailment, Matter>> = {
  unreachable: 'line',
  'name-not-found': 'line',
  tls: 'line',
  timeout: 'line',
  server: 'line',
  'bad-shape': 'line',
  unauthorised: 'key',
  'another-application': 'application',
  'too-old': 'application',
  'profile-gone': 'profile-gone',
  'folder-gone': 'folder-gone',
}

/** What an instance's trouble is a matter of; undefined while there is none. */
export const matterOf = (health: Health): Matter | undefined =>
  health.state === 'trouble' ? MATTERS[health.ailment] : undefined

/** What was chosen and is no longer on offer. */
const misfitOf = ({ profileId, folder, choices }: Choosing): Misfit | undefined => {
  if (profileId !== undefined && !choices.profiles.some(({ id }) => id === profileId)) return 'profile-gone'
  if (folder !== undefined && !choices.folders.some(({ path }) => path === folder)) return 'folder-gone'
  return undefined
}

const isMisfit = (ailment: Ailment): ailment is Misfit => MISFITS.some((misfit) => misfit === ailment)

/** The name of what is gone: of a profile only an earlier offer knows it. */
const nameOfGone = (misfit: Misfit, before: Condition, { folder }: Choosing): string | undefined => {
  if (misfit === 'folder-gone') return folder
  const known = before.choices.profiles.find(({ id }) => id === before.profileId)?.name
  if (known !== undefined) return known
  return before.health.state === 'trouble' && before.health.ailment === misfit
    ? before.health.said
    : undefined
}

const troubled = (ailment: Ailment, said: string | undefined, since: number): Health => ({
  state: 'trouble',
  ailment,
  ...(said === undefined ? {} : { said }),
  since,
})

const judge = (
  before: Condition,
  after: Choosing & { line: Line },
  met: Met | undefined,
  now: number,
): Health => {
  const { health } = before
  if (after.line.restedUntil !== undefined) {
    if (met?.ok !== false) return health
    const { failingSince = now } = after.line
    return troubled(met.failure, met.said, health.state === 'trouble' ? now : failingSince)
  }
  const misfit = misfitOf(after)
  const isOfLine = health.state === 'trouble' && !isMisfit(health.ailment)
  // That somebody may have mended it, or that it failed once more, tells nothing yet.
  if (isOfLine && met?.ok !== true) return health
  if (misfit !== undefined) return troubled(misfit, nameOfGone(misfit, before, after), now)
  return health.state === 'trouble' || met?.ok ? { state: 'ok', since: now } : health
}

/** Whether nothing is wrong with an instance, as far as is known, and nothing suspected. */
export const isSound = ({ line, health }: Pick<Condition, 'line' | 'health'>): boolean =>
  line.failures === 0 && line.restedUntil === undefined && health.state !== 'trouble'

const eventsOf = (before: Condition, after: Pick<Condition, 'line' | 'health'>): EventName[] => {
  const was = matterOf(before.health)
  const is = matterOf(after.health)
  return [
    ...(isSound(before) && !isSound(after) ? (['instance.doubted'] as const) : []),
    ...(is !== undefined && is !== was ? (['instance.troubled'] as const) : []),
    ...(is === undefined && was !== undefined ? (['instance.well'] as const) : []),
  ]
}

const isSame = (before: object, after: object): boolean => JSON.stringify(before) === JSON.stringify(after)

/**
 * What news of an instance mean for its line and its health; undefined when they change nothing. Trouble of one
 * matter keeps its beginning, whatever form it takes.
 */
export const decideCondition = (
  before: Condition,
  { met: said, mended, ...news }: News,
  now: number,
): Readonly<{ line: Line; health: Health; events: readonly EventName[] }> | undefined => {
  // Another application, or too old a one, answers too: only a look at what it is tells that this is over.
  const isMasked = matterOf(before.health) === 'application' && news.choices === undefined
  const met = said?.ok && isMasked ? undefined : said
  const known = mended === true ? SOUND : before.line
  const line = met === undefined ? known : decideLine(known, met, now)
  const judged = judge(before, { ...before, ...news, line }, met, now)
  const isAsBefore = judged.state === before.health.state && matterOf(judged) === matterOf(before.health)
  const since = isAsBefore ? before.health.since : judged.since
  const health: Health = since === undefined ? judged : { ...judged, since }
  if (isSame(line, before.line) && isSame(health, before.health)) return undefined
  return { line, health, events: eventsOf(before, { line, health }) }
}
