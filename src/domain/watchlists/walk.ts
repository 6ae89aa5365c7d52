import type { Access } from './access.ts'
import { PASS_MS } from './cycle.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number

/** What so many complete walks in a row did not see was taken off the list. */
const GONE_AFTER = 2
/** After so many walks, what they saw together is taken for all that stood there, though none was whole. */
const ENOUGH_WALKS = 3
/** When something was missed once, or a walk came to nothing, the next begins after this. */
const AGAIN_MS = 10 * 60_000

/** So few things may well be taken off all at once; more of them that are gone at a stroke are doubted. */
const FEW = 2
/** Plex has been seen to answer with nothing for a while: only after so many complete walks, over so long, is that believed. */
const EMPTY_WALKS = 3
const EMPTY_FOR_MS = 24 * 60 * 60_000

/** So much at once, where nothing ever stood, is not somebody who adds things: Plex held it back until now. */
const MANY = 50

/** In how many complete walks in a row nothing was found where several things had stood, and since when. */
export type Emptiness = Readonly<{ emptySince: Instant | null; emptyPasses: number }>

/** Of a list that showed something. */
export const NOT_EMPTY: Emptiness = { emptySince: null, emptyPasses: 0 }

/** How far the walk through a list is that is under way, or was last. */
export type Walk = Readonly<{
  /** Its number among the walks through this list. */
  pass: number
  passBegan: Instant | null
  /** Where it goes on; null while none is under way. */
  passCursor: string | null
  /** How long the list was said to be when it began, and how many entries of it were seen, and don't tell which they are. */
  passTotal: number | null
  passSeen: number
  passSkipped: number
}>

/** What a page adds to a walk. */
export type Page = Readonly<{
  /** The walk that it belongs to; 0 begins a new one. */
  pass: number
  /** Where it begins, in a walk that was begun: each page counts once, whoever else read it too. */
  after?: string
  seen: number
  skipped: number
  total?: number
  next?: string
}>

/** A walk with one page more; undefined: another took its place, or went on. */
export const walkOn = (walk: Walk, page: Page, now: Instant): Walk | undefined => {
  const { pass, after, seen, skipped, total, next } = page
  const isFirst = pass === 0
  if (!isFirst && (walk.pass !== pass || walk.passCursor !== after)) return undefined
  return {
    pass: isFirst ? walk.pass + 1 : walk.pass,
    passBegan: isFirst ? now : walk.passBegan,
    passCursor: next ?? null,
    passTotal: isFirst ? (total ?? null) : walk.passTotal,
    passSeen: (isFirst ? 0 : walk.passSeen) + seen,
    passSkipped: (isFirst ? 0 : walk.passSkipped) + skipped,
  }
}

/** What a walk that came to its end means. */
type WalkEnd = Readonly<{
  state: 'complete' | 'incomplete'
  firstPassAt: Instant | null
  emptiness: Emptiness
  /** What so many walks in a row did not see is gone, this one counted; undefined: it proves nothing of what it did not see. */
  goneAfter?: number
}>

/** The list was as long at the end as at the beginning, and so many entries were seen, where its length is told at all. */
const isWhole = ({ passTotal, passSeen }: Walk, total: number | undefined): boolean =>
  passTotal === null ? total === undefined : total === passTotal && total === passSeen

/** What was known of a list before a walk; `standing` is how many things stand on it. */
type Known = Readonly<{ firstPassAt: Instant | null; standing: number }> & Emptiness

/** Decides what it means that a list shows nothing on which several things stood. Until it is believed, nothing changes. */
const endEmpty = ({ firstPassAt, emptySince, emptyPasses }: Known, now: Instant): WalkEnd => {
  // A clock that was set back must not make it wait for as long.
  const emptiness = { emptySince: Math.min(emptySince ?? now, now), emptyPasses: emptyPasses + 1 }
  const isSure = emptiness.emptyPasses >= EMPTY_WALKS && now - emptiness.emptySince >= EMPTY_FOR_MS
  return isSure
    ? { state: 'complete', firstPassAt: firstPassAt ?? now, emptiness: NOT_EMPTY, goneAfter: 0 }
    : { state: 'complete', firstPassAt, emptiness }
}

/**
 * Decides what a walk means that has come to its end. Removals are concluded from complete walks alone: every page was
 * read, the list was as long as it was said to be, and every entry tells which it is. One that doesn't may be any of
 * those that seem to be missing.
 * @param total how long the list is, as its last page tells
 */
export const endWalk = (walk: Walk, known: Known, total: number | undefined, now: Instant): WalkEnd => {
  const { firstPassAt, standing, emptySince, emptyPasses } = known
  const emptiness = walk.passSeen > 0 ? NOT_EMPTY : { emptySince, emptyPasses }
  if (!isWhole(walk, total)) {
    const isEnough = walk.pass >= ENOUGH_WALKS
    return { state: 'incomplete', firstPassAt: firstPassAt ?? (isEnough ? now : null), emptiness }
  }
  if (walk.passSeen === 0 && standing > FEW) return endEmpty(known, now)
  const complete = { state: 'complete', firstPassAt: firstPassAt ?? now, emptiness: NOT_EMPTY } as const
  return walk.passSkipped > 0 ? complete : { ...complete, goneAfter: GONE_AFTER }
}

/**
 * Whether a list that was found empty shows only now what stood on it all the time. What it shows is no news then.
 * @param everStood whether anything was known to stand on it before
 * @param shown how many things it shows at once
 */
export const beginsLate = (
  { firstPassAt }: Pick<Known, 'firstPassAt'>,
  everStood: boolean,
  shown: number,
): boolean => firstPassAt !== null && !everStood && shown >= MANY

/** Of a list whose first walk is still to come: nothing of an earlier one counts any more. */
export const beginAnew = ({ pass }: Pick<Walk, 'pass'>, now: Instant) =>
  ({
    firstPassAt: null,
    ...NOT_EMPTY,
    pass: pass + 1,
    passBegan: null,
    passCursor: null,
    passDue: now,
  }) as const

/** When a list is walked through next. `isDoubtful`: something was missed, though not often enough. */
export const nextWalk = ({ state, goneAfter }: WalkEnd, isDoubtful: boolean, now: Instant): Instant =>
  now + (state === 'incomplete' || (goneAfter !== undefined && isDoubtful) ? AGAIN_MS : PASS_MS)

/** When a walk that could not go on is begun anew; a look tells when a hidden list can be seen again. */
export const walkAgain = (access: Access, now: Instant): Instant =>
  now + (access === 'hidden' ? PASS_MS : AGAIN_MS)
