import { findPlexAccount, updatePlexAccount } from '../../db/queries/plex-accounts.ts'
import { findList, updateList } from '../../db/queries/watch-lists.ts'
import { done } from '../../domain/refusals.ts'
import { accessWhenHidden } from '../../domain/watchlists/access.ts'
import { isShortened } from '../../domain/watchlists/glance.ts'
import type { WatchTrouble } from '../../domain/watchlists/trouble.ts'
import { NOT_EMPTY } from '../../domain/watchlists/walk.ts'
import { MINUTE } from '../../platform/clock.ts'
import { defineAction } from '../define.ts'

/** When the newest entries tell that something was taken off, a walk will tell what. */
const LOOK_FOR_REMOVALS_MS = MINUTE

/**
 * A look at a list's newest entries. `newest` are Plex's numbers of them; without it nothing had changed. `walk`: there
 * may be more news than was looked at.
 */
export type Check = Readonly<{
  plexId: string
  newest?: readonly string[]
  etag?: string
  fresh: number
  walk?: boolean
}>

/** Notes how a list looked. One that was hidden is walked through again. */
export const recordCheck = defineAction<Check, void>({
  name: 'watch.record-check',
  allow: 'system',
  run: async ({ tx, now }, { plexId, newest, etag, fresh, walk = false }) => {
    const list = await findList(tx, plexId)
    if (list === undefined) return done(undefined)
    const before = JSON.parse(list.newest) as string[]
    const isShorter = newest !== undefined && fresh === 0 && isShortened(before, newest)
    await updateList(tx, plexId, {
      checkedAt: now,
      ...(newest === undefined ? {} : { newest: JSON.stringify(newest) }),
      ...(etag === undefined ? {} : { etag }),
      ...(isShorter ? { passDue: Math.min(list.passDue, now + LOOK_FOR_REMOVALS_MS) } : {}),
      ...(walk ? { passDue: now } : {}),
      ...(list.access === 'hidden' ? { access: 'friend' as const, passDue: now } : {}),
      ...((newest ?? before).length > 0 ? NOT_EMPTY : {}),
      trouble: null,
    })
    return done(undefined)
  },
})

/**
 * Notes why a list can't be read. What was known of it stays. Who hides it from friends, and signed in here themselves,
 * has it read by their own sign-in from now on; the value is whether that is so.
 */
export const recordListTrouble = defineAction<{ plexId: string; trouble: WatchTrouble }, boolean>({
  name: 'watch.record-trouble',
  allow: 'system',
  run: async ({ tx, now }, { plexId, trouble }) => {
    const list = await findList(tx, plexId)
    if (list === undefined) return done(false)
    const access = trouble === 'hidden' ? accessWhenHidden(list.access, list.isSignedIn) : undefined
    if (access === 'self') {
      await updateList(tx, plexId, { access, checkedAt: now, trouble: null })
      return done(true)
    }
    await updateList(tx, plexId, {
      checkedAt: now,
      trouble: JSON.stringify(trouble),
      ...(access === undefined ? {} : { access }),
    })
    return done(false)
  },
})

/**
 * Plex takes somebody's token no longer. They are told once, and until they sign in again their list is read as a
 * friend's.
 */
export const recordRefusedToken = defineAction<{ plexId: string; token: string }, void>({
  name: 'plex.record-refused-token',
  allow: 'system',
  run: async (scope, { plexId, token }) => {
    const { tx, now, home } = scope
    const account = await findPlexAccount(tx, plexId)
    // Another token took its place meanwhile, or this is known.
    if (account === undefined || account.token !== token || account.tokenRefusedAt !== null)
      return done(undefined)
    await updatePlexAccount(tx, plexId, { tokenRefusedAt: now })
    if (home?.plexOwner !== plexId && account.relation !== null)
      await updateList(tx, plexId, { access: 'friend', etag: null })
    await scope.record({ subject: plexId, events: ['plex.refused'], after: { refusedAt: now } })
    return done(undefined)
  },
})
