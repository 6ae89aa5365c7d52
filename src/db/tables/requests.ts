import type { Trust } from '../../domain/approvals/trust.ts'
import type { Quality, RequestState } from '../../domain/requests/request.ts'
import type { Kind } from '../../domain/titles/title.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number
/** JSON as text, the same on both databases. */
type Json = string

export type RequestsTable = {
  id: string
  titleId: string
  kind: Kind
  state: RequestState
  version: number
  personId: string
  quality: Quality
  /** Why it needed nobody's approval, when it didn't. */
  trustedBy: Trust | null
  /** What is wanted of a show; null for films. */
  wish: Json | null
  instanceId: string | null
  arrId: number | null
  /** Chosen by an approver instead of the instance's own; null: the instance's. */
  profileId: number | null
  folder: string | null
  percent: number | null
  eta: Instant | null
  /** Of a show: how many of the asked episodes are here, of how many, and when the next one is aired. */
  have: number | null
  total: number | null
  nextAt: Instant | null
  /** When its instance was first asked what it has of it; what was there then is no news. */
  measuredAt: Instant | null
  trouble: Json | null
  decidedBy: string | null
  decidedAt: Instant | null
  reason: string | null
  /** Of a show: when the earliest asked episode that isn't here was aired. */
  lackingSince: Instant | null
  /** Since when it is looked for, without anything having come; and when is to be seen to those who wait for it. */
  lookingSince: Instant | null
  askAt: Instant | null
  /** When somebody last had it searched for again. */
  searchedAt: Instant | null
  /** When a better copy took the place of the first. */
  upgradedAt: Instant | null
  trace: Json
  createdAt: Instant
  updatedAt: Instant
}

/** What open requests hold, so that nothing is asked for twice. -1: the whole title, or the whole season. */
export type ClaimsTable = {
  titleId: string
  quality: Quality
  season: number
  episode: number
  requestId: string
}

/** A window in which what arrives of a show is gathered into one message. */
export type TellingsTable = {
  id: string
  requestId: string
  openedAt: Instant
  dueAt: Instant
  /** The seasons of which nothing is missing any more, as numbers. */
  whole: Json
  flushedAt: Instant | null
}

/** Episodes that a request's followers heard of, or will; without a telling those that were there before. */
export type ToldEpisodesTable = {
  requestId: string
  season: number
  episode: number
  tellingId: string | null
}

export type FollowersTable = {
  requestId: string
  personId: string
  /** By which account they asked; null for somebody who is known by their Plex account alone. */
  discordId: string | null
  createdAt: Instant
  /** When they were last asked what to do about what isn't found, and until when they chose to wait. */
  askedAt: Instant | null
  waitsUntil: Instant | null
}

/** The question to some of those who wait for a request what to do about what isn't found. */
export type InquiriesTable = { id: string; requestId: string; askedAt: Instant }
