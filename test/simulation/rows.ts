import type { RequestState } from '../../src/domain/requests/request.ts'
import type { Wish } from '../../src/domain/seasons/wish.ts'
import type { Ledger } from './ledger.ts'

export const OPEN = "'evaluating', 'pending', 'approved', 'added', 'downloading'"

/** A request as the checks look at it. */
export type RequestRow = Readonly<{
  id: string
  kind: 'film' | 'show'
  state: RequestState
  wish: Wish | undefined
  measuredAt: number | null
  have: number | null
  total: number | null
  upgradedAt: number | null
}>

export const requestRows = (ledger: Ledger): RequestRow[] =>
  ledger
    .all<Omit<RequestRow, 'wish'> & { wish: string | null }>(
      `select id, kind, state, wish, measured_at as measuredAt, have, total, upgraded_at as upgradedAt
        from requests order by rowid`,
    )
    .map(({ wish, ...row }) => ({ ...row, wish: wish === null ? undefined : (JSON.parse(wish) as Wish) }))

/** A change of a request's state, in the order in which they were committed. */
export type Move = Readonly<{ id: string; action: string; from: RequestState | undefined; to: RequestState }>

export const movesOf = (ledger: Ledger): Move[] =>
  ledger
    .all<{ subject: string; action: string; before: string | null; after: string | null }>(
      `select subject, action, before, after from audit where action like 'request.%' order by rowid`,
    )
    .flatMap(({ subject, action, before, after }) => {
      const from = before === null ? undefined : (JSON.parse(before) as { state?: RequestState }).state
      const to = after === null ? undefined : (JSON.parse(after) as { state?: RequestState }).state
      return to === undefined ? [] : [{ id: subject, action, from, to }]
    })

/** The requests that somebody, or somebody's trust, ever approved. */
export const everApproved = (ledger: Ledger): ReadonlySet<string> =>
  new Set(movesOf(ledger).flatMap(({ id, to }) => (to === 'approved' ? id : [])))
