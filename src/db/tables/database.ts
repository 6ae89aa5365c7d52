import type { ChannelTrouble } from '../../domain/home/channel.ts'
import type { Quality } from '../../domain/requests/request.ts'
import type { IdSource, Kind } from '../../domain/titles/title.ts'
import type { Sealed } from '../../platform/crypto.ts'
import type {
  ClaimsTable,
  FollowersTable,
  InquiriesTable,
  RequestsTable,
  TellingsTable,
  ToldEpisodesTable,
} from './requests.ts'
import type {
  ExclusionsTable,
  FeedsTable,
  PacesTable,
  WatchItemsTable,
  WatchListsTable,
} from './watchlists.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number
/** 0 or 1. */
type Flag = 0 | 1
/** JSON as text, the same on both databases. */
type Json = string

export type PeopleTable = {
  id: string
  /** What they ask for waits for an approver, whatever their roles say. */
  needsApproval: Flag
  createdAt: Instant
}

export type DiscordAccountsTable = {
  discordId: string
  personId: string
  locale: string
  dmChannel: string | null
  dmClosedAt: Instant | null
  createdAt: Instant
}

export type PlexAccountsTable = {
  /** Plex's number of the account, or its UUID when that was all we knew of it at first. */
  plexId: string
  personId: string
  /** Plex's community service calls people by it. */
  uuid: string | null
  username: string
  title: string | null
  /** What they are to the owner, as Plex says; null for somebody who only linked. */
  relation: 'owner' | 'friend' | 'home' | null
  /** From their own sign-in; after they unlinked it stays until it was made worthless. */
  token: Sealed | null
  /** Since when that token counts no longer: Plex refused it, or its person took it back. */
  tokenRefusedAt: Instant | null
  /** When a sign-in proved whose it is, or an admin said so; 0 while nobody did. */
  linkedAt: Instant
  foundAt: Instant | null
  /** In how many complete lists of people in a row they were missing, and since when that counts. */
  missed: number
  suspendedAt: Instant | null
  /** Whether their watchlist is asked for. */
  syncs: Flag
}

export type SigninsTable = {
  id: string
  purpose: 'owner' | 'member'
  discordId: string
  locale: string
  pinId: string
  /** With the pin's id it yields a token, so it is sealed, and emptied when the sign-in ends. */
  pinCode: Sealed | null
  /** Lets us edit the answer that shows the link, for 15 minutes; sealed, emptied when the sign-in ends. */
  answerToken: Sealed | null
  state: 'waiting' | 'done' | 'expired' | 'refused'
  refusal: Json | null
  version: number
  createdAt: Instant
  expiresAt: Instant
}

export type HomeTable = {
  id: 1
  guildId: string
  claimedBy: string
  adminChannel: string | null
  requestChannel: string | null
  /** Why nothing can be written there, as last seen. */
  adminTrouble: ChannelTrouble | null
  requestTrouble: ChannelTrouble | null
  approverRole: string | null
  adminRole: string | null
  /** Whose requests need nobody's approval. */
  trustedRoles: Json
  trustedMembers: Json
  /** The admins' own reasons for a no. */
  denyReasons: Json | null
  plexOwner: string | null
  plexServers: Json
  plexServer: string | null
  /** What was chosen about watchlists. */
  watch: Json
  createdAt: Instant
  updatedAt: Instant
}

export type InstancesTable = {
  id: string
  kind: 'radarr' | 'sonarr'
  name: string
  url: string
  apiKey: Sealed
  hookSecret: Sealed
  /** SHA-256 of the hook's secret: what an arriving webhook is compared with. */
  hookDigest: string
  hookState: 'pending' | 'ok' | 'failed'
  hookDetail: string | null
  /** Fingerprint of the connection as last installed, so that it is touched only when it differs. */
  hookPrint: string | null
  state: 'draft' | 'ready' | 'removed'
  isDefault: Flag
  appVersion: string | null
  choices: Json
  profileId: number | null
  folder: string | null
  tagIds: Json
  availability: string
  /** Of a Sonarr: how its shows are numbered, and whether later seasons are monitored unasked. */
  seriesType: 'standard' | 'daily' | 'anime'
  seasonMonitoring: 'asked' | 'future'
  /** What it fetches: the usual copies, or those in 4K. */
  quality: Quality
  health: 'unknown' | 'ok' | 'trouble'
  /** What is wrong while it is in trouble, the name or version that this is about, and since when it is as it is. */
  healthDetail: string | null
  healthSaid: string | null
  healthSince: Instant | null
  /** Failures in a row, when the first was, and until when nobody calls. */
  failures: number
  failingSince: Instant | null
  restedUntil: Instant | null
  /** Since when the last trouble lasted that the owner was told of, and hears or heard the end of. */
  toldSince: Instant | null
  /** How many requests went on when it was well again. */
  resumed: number | null
  createdAt: Instant
  updatedAt: Instant
}

type TitlesTable = {
  id: string
  kind: Kind
  name: string
  facts: Json
  fetchedAt: Instant
  /** When its ids are to be looked for at Plex; null: they are known, or nobody needs them. */
  idsDue: Instant | null
}

type TitleIdsTable = { kind: Kind; source: IdSource; value: string; titleId: string }

/** How far the history of an instance was read. */
type ReadingsTable = {
  instanceId: string
  /** Up to which moment, by the instance's own clock. */
  readTo: Instant
  /** The numbers of the events that were read so close to that moment that they are read again. */
  seen: Json
  /** When, by our clock. */
  readAt: Instant
}

export type CardsTable = {
  requestId: string
  purpose: 'approval' | 'status'
  nonce: string
  channelId: string | null
  messageId: string | null
  /** Fingerprint of what the message shows, so that an equal edit is not sent. */
  print: string | null
  triedAt: Instant | null
  sentAt: Instant | null
}

export type DeliveriesTable = {
  id: string
  kind: string
  subject: string
  personId: string
  discordId: string
  state: 'planned' | 'sent' | 'failed'
  way: 'dm' | 'mention' | null
  detail: string | null
  messageId: string | null
  /** Of a window's episodes those that this person is told of, when they heard of the others already; null: all. */
  part: Json | null
  triedAt: Instant | null
  attempts: number
  createdAt: Instant
  updatedAt: Instant
}

type OutboxTable = {
  id: string
  name: string
  subject: string
  createdAt: Instant
  relayedAt: Instant | null
}

export type WorkTable = {
  id: string
  job: string
  subject: string
  state: 'open' | 'done' | 'failed'
  /** Raised each time the job is handed to Redis anew; part of the BullMQ job id. */
  attempt: number
  /** Failures in a row, for the growing pause. */
  failures: number
  dueAt: Instant
  queuedAt: Instant | null
  reason: string | null
  createdAt: Instant
  finishedAt: Instant | null
}

export type InboxTable = {
  id: string
  instanceId: string
  contentKey: string
  eventType: string
  body: Json
  receivedAt: Instant
  processedAt: Instant | null
  outcome: string | null
}

type AuditTable = {
  id: string
  at: Instant
  actor: string
  action: string
  subject: string
  before: Json | null
  after: Json | null
}

type LeasesTable = { name: string; owner: string; until: Instant }

type SchedulesTable = { name: string; dueAt: Instant }

/** Every table, in the names that code uses (the database's own are snake_case). */
export type Database = {
  people: PeopleTable
  discordAccounts: DiscordAccountsTable
  plexAccounts: PlexAccountsTable
  signins: SigninsTable
  home: HomeTable
  instances: InstancesTable
  titles: TitlesTable
  titleIds: TitleIdsTable
  requests: RequestsTable
  claims: ClaimsTable
  tellings: TellingsTable
  toldEpisodes: ToldEpisodesTable
  followers: FollowersTable
  inquiries: InquiriesTable
  readings: ReadingsTable
  cards: CardsTable
  deliveries: DeliveriesTable
  outbox: OutboxTable
  work: WorkTable
  inbox: InboxTable
  audit: AuditTable
  leases: LeasesTable
  schedules: SchedulesTable
  watchLists: WatchListsTable
  watchItems: WatchItemsTable
  exclusions: ExclusionsTable
  feeds: FeedsTable
  paces: PacesTable
}
