/**
 * The closed list of polite noes. Each has one sentence and a next step in the message catalogue, under
 * `refusal.<code>`; the values are what that sentence names.
 */
export type Refusal =
  // Who may do what
  | { code: 'not-set-up' }
  | { code: 'other-guild' }
  | { code: 'not-a-member' }
  | { code: 'approvers-only' }
  | { code: 'admins-only' }
  | { code: 'claim-owner-only' }
  | { code: 'claim-code-wrong' }
  | { code: 'already-claimed' }
  // Asking
  | { code: 'title-unknown' }
  | { code: 'nothing-found'; query: string }
  | { code: 'no-instance'; kind: 'film' | 'show' }
  | { code: 'already-asked' }
  | { code: 'already-here' }
  | { code: 'already-following' }
  | { code: 'nothing-chosen' }
  | { code: 'seasons-unclear'; text: string }
  | { code: 'season-unknown'; season: number; seasons: string }
  | { code: 'episode-unknown'; episode: number; episodes: string }
  | { code: 'seasons-here' }
  | { code: 'too-much-chosen' }
  // Deciding
  | { code: 'request-gone' }
  | {
      code: 'already-decided'
      decision: 'approved' | 'denied' | 'refused' | 'cancelled'
      by?: string
      at: number
    }
  | { code: 'still-evaluating' }
  | { code: 'held-elsewhere' }
  | { code: 'not-yours' }
  | { code: 'others-hidden' }
  | { code: 'too-late-to-cancel' }
  | { code: 'nothing-to-search' }
  | { code: 'found-meanwhile' }
  | { code: 'searched-lately'; again: number }
  // Plex
  | { code: 'no-plex-server' }
  | { code: 'plex-no-access'; account: string; server: string }
  | { code: 'plex-no-server-owned'; account: string }
  | { code: 'plex-other-account'; account: string }
  | { code: 'not-linked' }
  | { code: 'sign-in-gone' }
  // Watchlists
  | { code: 'list-gone' }
  | { code: 'list-not-read' }
  | { code: 'item-gone' }
  | { code: 'synced-lately'; again: number }
  | { code: 'no-own-sign-in' }
  | { code: 'other-list' }
  | { code: 'not-at-plex' }
  | { code: 'linked-elsewhere'; account: string }
  | { code: 'seconds-unclear'; text: string }
  // Set-up
  | { code: 'instance-gone' }
  | { code: 'instance-incomplete' }
  | { code: 'name-taken'; name: string }
  | { code: 'address-invalid' }
  | { code: 'choice-gone' }

export type RefusalCode = Refusal['code']

/** What an attempt came to: a value, or a no that says why. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (refusal: Refusal): Outcome<never> => ({ ok: false, refusal })
