import { z } from 'zod'
import { readWish } from '../domain/seasons/wish-text.ts'
import { readRef } from '../domain/titles/title.ts'
import { ITEM_FILTERS } from '../domain/watchlists/item.ts'
import { FIND, MEMBER_CHANGES, MEMBER_FILTERS } from '../domain/watchlists/members.ts'

/**
 * The registry of custom ids: everything that a button, select or modal of ours carries. Identifiers only: never
 * authority, and no text but what somebody looks for. Whoever presses is checked anew, and what an id names is read from the database.
 */
const VERSION = 'u1'
const LIMIT = 100

/** One declared custom id. `read` answers undefined for anything that `make` could not have made. */
export type CustomId<Values> = Readonly<{
  name: string
  make(values: Values): string
  read(raw: string): Values | undefined
}>

const ourId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{29}$/)
const ref = z.string().refine((text) => readRef(text) !== undefined)
const wish = z.string().refine((text) => readWish(text) !== undefined)
const quality = z.literal('4k')
const season = z.coerce.number().int().min(0).max(9_999)
const kind = z.enum(['radarr', 'sonarr'])
const discordId = z.string().regex(/^\d{17,20}$/)
const page = z.coerce.number().int().min(0).max(9_999)
const state = z.enum(['waiting', 'coming', 'ready', 'over'])

/** Plex's number of an account, or its UUID. */
const plexId = z.string().regex(/^[0-9A-Za-z-]{1,40}$/)
const filter = z.enum(ITEM_FILTERS)
const scope = z.enum(['own', 'all'])
const members = z.enum(MEMBER_FILTERS)
const find = z.string().regex(FIND)
const count = z.coerce.number().int().min(0).max(9_999)
const choice = z.enum(MEMBER_CHANGES)

const defineId = <Shape extends z.ZodRawShape>(
  name: string,
  shape: Shape,
): CustomId<z.infer<z.ZodObject<Shape>>> => {
  type Values = z.infer<z.ZodObject<Shape>>
  const keys = Object.keys(shape)
  const schema = z.object(shape)
  const make = (values: Values): string => {
    const given = values as Record<string, unknown>
    const made = [VERSION, name, ...keys.map((key) => String(given[key] ?? ''))].join(':')
    if (made.length > LIMIT) throw new Error(`the custom id ${name} is too long`)
    return made
  }
  return {
    name,
    make,
    read: (raw) => {
      const [version, given, ...parts] = raw.split(':')
      if (version !== VERSION || given !== name) return undefined
      const parsed = schema.safeParse(
        Object.fromEntries(keys.flatMap((key, index) => (parts[index] === '' ? [] : [[key, parts[index]]]))),
      )
      // Two spellings of one number would be two ids for one thing, and more parts are not ours: only what we make is.
      return parsed.success && make(parsed.data) === raw ? parsed.data : undefined
    },
  }
}

/** The name of the id that `raw` claims to be; undefined when it isn't of this version. */
export const idName = (raw: string): string | undefined => {
  const [version, name] = raw.split(':')
  return version === VERSION ? name : undefined
}

const request = { requestId: ourId }
const instance = { instanceId: ourId }
const item = { itemId: ourId }
const account = { plexId }
const people = { members, find: find.optional() }

export const ids = {
  ask: defineId('ask', { ref, wish: wish.optional(), quality: quality.optional() }),
  seasonsShortcut: defineId('seasons', { ref, what: z.enum(['all', 'missing', 'latest']) }),
  pickSeasons: defineId('pick-seasons', { ref }),
  typeSeasons: defineId('type-seasons', { ref }),
  typedSeasons: defineId('typed-seasons', { ref }),
  pickEpisodes: defineId('pick-episodes', { ref, season }),
  typeEpisodes: defineId('type-episodes', { ref, season }),
  typedEpisodes: defineId('typed-episodes', { ref, season }),
  pickResult: defineId('pick', {}),
  followRequest: defineId('follow', request),
  approve: defineId('approve', request),
  changes: defineId('changes', request),
  changesInstance: defineId('changes-instance', request),
  changesDetails: defineId('changes-details', { ...request, instanceId: ourId }),
  deny: defineId('deny', request),
  denyReason: defineId('deny-reason', request),
  openRequest: defineId('open', request),
  cancelRequest: defineId('cancel', request),
  searchAgain: defineId('search', request),
  keepWaiting: defineId('wait', request),
  leaveRequest: defineId('leave', request),
  why: defineId('why', request),
  requestsPage: defineId('page', { page, state: state.optional(), member: discordId.optional() }),
  setupClaim: defineId('claim', {}),
  setupClaimCode: defineId('claim-code', {}),
  setupAdminChannel: defineId('admin-channel', {}),
  setupRequestChannel: defineId('request-channel', {}),
  setupApproverRole: defineId('approver-role', {}),
  setupApprovals: defineId('approvals', {}),
  trustedRoles: defineId('trusted-roles', {}),
  trustedMembers: defineId('trusted-members', {}),
  editReasons: defineId('reasons', {}),
  editedReasons: defineId('edited-reasons', {}),
  setupPlex: defineId('plex', {}),
  linkAgain: defineId('link-again', {}),
  setupPlexServer: defineId('plex-server', {}),
  backToSetup: defineId('setup', {}),
  addInstance: defineId('add', { kind }),
  instanceDetails: defineId('details', { kind, instanceId: ourId.optional() }),
  openInstance: defineId('instance', instance),
  instanceProfile: defineId('profile', instance),
  instanceFolder: defineId('folder', instance),
  instanceTags: defineId('tags', instance),
  instanceAvailability: defineId('availability', instance),
  instanceSeriesType: defineId('series-type', instance),
  instanceSeasonMonitoring: defineId('season-monitoring', instance),
  instanceQuality: defineId('quality', instance),
  saveInstance: defineId('save', instance),
  checkInstance: defineId('check', instance),
  editInstance: defineId('edit', instance),
  removeInstance: defineId('remove', instance),
  confirmRemoveInstance: defineId('remove-now', instance),
  watchlist: defineId('watchlist', { ...account, filter, page }),
  showWatchlist: defineId('show-watchlist', account),
  syncNow: defineId('sync', account),
  askBefore: defineId('ask-before', account),
  askBeforeNow: defineId('ask-before-now', { ...account, count }),
  pickToAdd: defineId('pick-to-add', {}),
  openItem: defineId('item', item),
  askItem: defineId('ask-item', item),
  removeItem: defineId('remove-item', item),
  putBack: defineId('put-back', item),
  excludeItem: defineId('exclude', { ...item, scope }),
  includeItem: defineId('include', { ...item, scope }),
  showExclusions: defineId('show-exclusions', {}),
  exclusions: defineId('exclusions', { page }),
  includeTitle: defineId('include-title', { titleId: ourId, scope, page }),
  members: defineId('members', { page, ...people }),
  openMember: defineId('member', account),
  chooseMember: defineId('choose-member', { ...account, choice }),
  linkMember: defineId('link-member', account),
  memberDefaults: defineId('defaults', {}),
  chooseDefault: defineId('choose-default', { choice }),
  chooseShowPart: defineId('show-part', {}),
  typeSeconds: defineId('seconds', {}),
  typedSeconds: defineId('typed-seconds', {}),
  changeAll: defineId('change-all', people),
  previewChange: defineId('preview', people),
  changeAllNow: defineId('change-now', { choice, ...people, count }),
} as const
