import { submitRequest } from '../../actions/requests/submit-request.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { findTitleByRef } from '../../db/queries/titles.ts'
import { readWish } from '../../domain/seasons/wish-text.ts'
import { readRef } from '../../domain/titles/title.ts'
import { ids } from '../../views/ids.ts'
import { askedCard } from '../../views/request/asked-card.ts'
import { defineComponent, refuse, update } from '../define.ts'

/** `Request`: accepted at once; the rest happens behind the scenes and is told. */
export const askButton = defineComponent({
  id: ids.ask,
  ack: 'update',
  allow: 'member',
  run: async ({ deps, actor, say }, { ref: text, wish: wanted, quality }) => {
    const ref = readRef(text)
    const stored = ref && (await findTitleByRef(deps.db, ref))
    if (stored === undefined) return refuse({ code: 'title-unknown' })
    const wish = wanted === undefined ? undefined : readWish(wanted)
    const outcome = await submitRequest(deps, actor, {
      titleId: stored.id,
      ...(wish === undefined ? {} : { wish }),
      ...(quality === undefined ? {} : { quality }),
    })
    if (!outcome.ok) return refuse(outcome.refusal)
    const { request, joined } = outcome.value
    return update(askedCard({ view: await viewRequest(deps.db, request, deps.imageUrl), joined }, say))
  },
})
