import { insertFollower } from '../../db/queries/followers.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { findOpenRequest, insertRequest } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { done, refused } from '../../domain/refusals.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { defineAction, memberOf, personOf } from '../define.ts'

const INSTANCE_OF = { film: 'radarr', show: 'sonarr' } as const

/**
 * Accepts a request for a stored title. When one is under way the asker joins it instead: one title, one request.
 * `joined` tells which of the two it was.
 */
export const submitRequest = defineAction<{ titleId: string }, { request: MediaRequest; joined: boolean }>({
  name: 'request.submit',
  allow: 'member',
  run: async (scope, { titleId }) => {
    const { tx, now, ids } = scope
    const stored = await findTitle(tx, titleId)
    if (stored === undefined) return refused({ code: 'title-unknown' })
    const { kind } = stored.title
    if ((await findDefaultInstance(tx, INSTANCE_OF[kind])) === undefined)
      return refused({ code: 'no-instance', kind })
    const personId = await personOf(scope)
    const follower = { personId, discordId: memberOf(scope.actor).discordId }
    const request: MediaRequest = {
      id: ids.next(now),
      titleId,
      kind,
      state: 'evaluating',
      version: 1,
      personId,
      trace: [],
      createdAt: now,
      updatedAt: now,
    }
    if (await insertRequest(tx, request)) {
      await insertFollower(tx, request.id, follower, now)
      await scope.record({
        subject: request.id,
        events: ['request.submitted'],
        after: { titleId, state: request.state },
      })
      return done({ request, joined: false })
    }
    const open = await findOpenRequest(tx, titleId)
    if (open === undefined) return refused({ code: 'request-gone' })
    if (!(await insertFollower(tx, open.id, follower, now))) {
      return refused({ code: open.personId === personId ? 'already-asked' : 'already-following' })
    }
    await scope.record({
      subject: open.id,
      events: ['request.followed'],
      after: { follower: follower.discordId },
    })
    return done({ request: open, joined: true })
  },
})
