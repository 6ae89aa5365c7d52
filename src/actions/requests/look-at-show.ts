import { lockRequest } from '../../db/queries/requests.ts'
import {
  findOpenTelling,
  insertTelling,
  listToldEpisodes,
  moveTelling,
  noteEpisodes,
} from '../../db/queries/tellings.ts'
import { refused } from '../../domain/refusals.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { decideShowProgress, type ShowProgress } from '../../domain/requests/show-progress.ts'
import type { EpisodeFact } from '../../domain/seasons/snapshot.ts'
import { windowEnd } from '../../domain/seasons/window.ts'
import { applyDecision } from '../apply.ts'
import { defineAction, type Scope } from '../define.ts'

/** Gathers what arrived into the request's open window, or opens one; whoever tells is woken when it ends sooner. */
const gather = async (scope: Scope, requestId: string, progress: ShowProgress): Promise<void> => {
  const { tx, now, ids } = scope
  const { arrived, settled } = progress
  const open = await findOpenTelling(tx, requestId)
  const id = open?.id ?? ids.next(now)
  const dueAt = windowEnd(open?.openedAt ?? now, settled, now)
  const whole = [...new Set([...(open?.whole ?? []), ...progress.whole])]
  if (open === undefined) await insertTelling(tx, { id, requestId, openedAt: now, dueAt, whole })
  else await moveTelling(tx, id, { dueAt, whole })
  await noteEpisodes(tx, requestId, arrived, id)
  const isSooner = open === undefined || dueAt < open.dueAt
  await scope.record({
    subject: id,
    events: isSooner ? ['telling.moved'] : [],
    after: { requestId, arrived: arrived.length, dueAt },
  })
}

/**
 * What an instance has of a show, seen by a request for it: how far it is, and what there is to tell. Looking again
 * at the same changes nothing.
 */
export const lookAtShow = defineAction<
  { requestId: string; episodes: readonly EpisodeFact[]; arrId?: number },
  MediaRequest
>({
  name: 'request.look',
  allow: 'system',
  run: async (scope, { requestId, episodes, arrId }) => {
    const { tx, now } = scope
    const request = await lockRequest(tx, requestId)
    if (request === undefined) return refused({ code: 'request-gone' })
    const told = await listToldEpisodes(tx, requestId)
    const facts = { episodes, told, ...(arrId === undefined ? {} : { arrId }) }
    const progress = decideShowProgress(request, facts, now)
    if (progress.firstLook) await noteEpisodes(tx, requestId, progress.arrived, null)
    else if (progress.arrived.length > 0) await gather(scope, requestId, progress)
    return applyDecision(scope, request, progress.decision)
  },
})
