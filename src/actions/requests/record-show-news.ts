import { type ArrNews, decideProgress } from '../../domain/requests/progress.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { decideOn } from '../apply.ts'
import { defineAction } from '../define.ts'

/** What the downloads of a show mean for one request: another request for it may wait for other seasons. */
export const recordShowNews = defineAction<{ requestId: string; news: ArrNews }, MediaRequest>({
  name: 'request.show-news',
  allow: 'system',
  run: (scope, { requestId, news }) =>
    decideOn(scope, requestId, (request) => decideProgress(request, news, scope.now)),
})
