import type { Trust } from '../approvals/trust.ts'
import type { Wish } from '../seasons/wish.ts'
import type { Kind } from '../titles/title.ts'

/**
 * Where a request stands.
 * - `evaluating`: accepted, facts are being gathered
 * - `pending`: waits for an approver
 * - `approved`: decided, not yet in the *arr (with `trouble` when that can't be done at the moment)
 * - `added`: the *arr has it and looks for it
 * - `downloading`, `available`
 * - `removed`: somebody took it out of the *arr, or deleted it
 * - `denied` (by a person), `refused` (by a rule), `cancelled` (by those who waited for it)
 */
export const STATES = [
  'evaluating',
  'pending',
  'approved',
  'added',
  'downloading',
  'available',
  'removed',
  'denied',
  'refused',
  'cancelled',
] as const

export type RequestState = (typeof STATES)[number]

/** States in which something is still to come; at most one such request exists for a title (and quality). */
export const OPEN_STATES = [
  'evaluating',
  'pending',
  'approved',
  'added',
  'downloading',
] as const satisfies readonly RequestState[]

export type OpenState = (typeof OPEN_STATES)[number]

export const isOpen = (state: RequestState): state is OpenState => OPEN_STATES.some((open) => open === state)

/** Whether news of it are still to come: it is under way, or the seasons that come later were asked for too. */
export const isAwaited = ({ state, wish }: Pick<MediaRequest, 'state' | 'wish'>): boolean =>
  isOpen(state) || (state === 'available' && wish?.future === true)

/** Why a decided request can't go on by itself, in a closed list; the sentence is in the catalogue under `trouble.<code>`. */
export const TROUBLES = [
  'instance-unreachable',
  'instance-unauthorised',
  'instance-trouble',
  'instance-unfit',
  'profile-gone',
  'folder-gone',
  'rejected',
  'no-instance',
  'import-blocked',
] as const

/** Copies in 4K are asked for apart, where an instance fetches them. */
export const QUALITIES = ['standard', '4k'] as const

export type Quality = (typeof QUALITIES)[number]

export type TroubleCode = (typeof TROUBLES)[number]

export type Trouble = Readonly<{ code: TroubleCode; said?: string }>

/**
 * One step on a request's way, kept so that "Why?" can be answered later: what was looked at and what came of it, or
 * what somebody (`by`, their Discord id) changed, with the parts of a show that had been `asked` for before.
 */
export type TraceStep = Readonly<{ rule: string; found: string; by?: string; asked?: Wish }>

export type MediaRequest = Readonly<{
  id: string
  titleId: string
  kind: Kind
  state: RequestState
  /** Raised by every change; a change names the version it saw. */
  version: number
  personId: string
  quality: Quality
  /** Why it needs nobody's approval, when it doesn't. */
  trustedBy?: Trust
  /** What is wanted of a show; films are wanted whole. */
  wish?: Wish
  instanceId?: string
  /** The *arr's own number of the film or series. */
  arrId?: number
  /** Chosen by an approver instead of the instance's own. */
  profileId?: number
  folder?: string
  percent?: number
  /** When the download client expects to be through. */
  eta?: number
  /** Of a show: how many of the asked episodes are here, of how many, and when the next one is aired. */
  have?: number
  total?: number
  nextAt?: number
  /** When its instance was first asked what it has of it; what was there then is no news. */
  measuredAt?: number
  trouble?: Trouble
  /** The Discord id of who decided. */
  decidedBy?: string
  decidedAt?: number
  reason?: string
  /** Of a show: when the earliest asked episode that isn't here was aired. */
  lackingSince?: number
  /** Since when it is looked for, without anything having come; and when is to be seen to those who wait for it. */
  lookingSince?: number
  askAt?: number
  /** When somebody last had it searched for again. */
  searchedAt?: number
  /** When a better copy took the place of the first. */
  upgradedAt?: number
  trace: readonly TraceStep[]
  createdAt: number
  updatedAt: number
}>

/** Whether somebody, or somebody's trust, had it fetched, whatever became of it afterwards. */
export const wasDecided = ({ decidedAt }: MediaRequest): boolean => decidedAt !== undefined

/** Whether some of what was here of a show was deleted since. */
export const hasLost = ({ state, have, total }: MediaRequest): boolean =>
  state === 'available' && have !== undefined && total !== undefined && have < total

/** What a decision changes in a request. A field set to null is emptied. */
export type RequestChange = Readonly<
  Partial<{
    state: RequestState
    trustedBy: Trust | null
    instanceId: string
    arrId: number | null
    profileId: number | null
    folder: string | null
    percent: number | null
    eta: number | null
    wish: Wish
    have: number
    total: number
    nextAt: number | null
    measuredAt: number | null
    lackingSince: number | null
    lookingSince: number
    askAt: number
    trouble: Trouble | null
    decidedBy: string
    decidedAt: number
    reason: string
    searchedAt: number
    upgradedAt: number
    trace: readonly TraceStep[]
  }>
>
