import { listConcerned } from '../../db/queries/requests.ts'
import { findTitleByRef } from '../../db/queries/titles.ts'
import { done } from '../../domain/refusals.ts'
import { type ArrNews, decideProgress } from '../../domain/requests/progress.ts'
import type { TitleRef } from '../../domain/titles/title.ts'
import { decideOn } from '../apply.ts'
import { defineAction } from '../define.ts'

/** What an instance told of a title, by webhook or because we asked. The value is how many requests it moved. */
export const recordArrNews = defineAction<{ instanceId: string; ref: TitleRef; news: ArrNews }, number>({
  name: 'request.news',
  allow: 'system',
  run: async (scope, { instanceId, ref, news }) => {
    const title = await findTitleByRef(scope.tx, ref)
    if (title === undefined) return done(0)
    const concerned = await listConcerned(scope.tx, instanceId, title.id)
    for (const { id } of concerned) {
      const outcome = await decideOn(scope, id, (request) => decideProgress(request, news, scope.now))
      if (!outcome.ok) return outcome
    }
    return done(concerned.length)
  },
})
