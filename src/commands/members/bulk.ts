import { choosePeople } from '../../actions/watchlists/choose-watching.ts'
import { inParts } from '../../db/parts.ts'
import { listMembers } from '../../db/queries/members.ts'
import { MEMBER_CHANGES, type MemberChange } from '../../domain/watchlists/members.ts'
import { ids } from '../../views/ids.ts'
import { bulkDone, bulkPage, bulkPreview } from '../../views/members/bulk-pages.ts'
import type { Shown } from '../../views/members/members-list.ts'
import { type Context, defineComponent, type Reply, refuse, update } from '../define.ts'
import { choiceOf } from './member.buttons.ts'
import { queryOf } from './members.command.ts'

/** How many are changed at once: nobody is kept from writing for longer than that takes. */
const AT_ONCE = 200

type Given = Readonly<{ members: Shown['members']; find?: string | undefined }>

const shownBy = ({ members, find }: Given): Shown => ({ members, ...(find === undefined ? {} : { find }) })

const previewNow = async ({ deps, say }: Context, shown: Shown, choice: MemberChange): Promise<Reply> => {
  const people = await listMembers(deps.db, queryOf(shown))
  return people.length === 0
    ? refuse({ code: 'choice-gone' })
    : update(bulkPreview({ shown, people, choice }, say))
}

/** `Change all`: asks what. */
export const changeAllButton = defineComponent({
  id: ids.changeAll,
  ack: 'update',
  allow: 'admin',
  run: async ({ deps, say }, given) => {
    const shown = shownBy(given)
    return update(bulkPage({ shown, people: await listMembers(deps.db, queryOf(shown)) }, say))
  },
})

/** Shows what the chosen change does, and to whom. */
export const previewChangeSelect = defineComponent({
  id: ids.previewChange,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, given, [picked]) => {
    const choice = MEMBER_CHANGES.find((change) => change === picked)
    return choice === undefined ? refuse({ code: 'choice-gone' }) : previewNow(ctx, shownBy(given), choice)
  },
})

/** It was confirmed, for so many; for another number it is shown anew. Where it breaks off it can be done again. */
export const changeAllNowButton = defineComponent({
  id: ids.changeAllNow,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { choice, count, ...given }) => {
    const { deps, actor, say } = ctx
    const shown = shownBy(given)
    const people = await listMembers(deps.db, queryOf(shown))
    if (people.length !== count) return previewNow(ctx, shown, choice)
    const everybody = people.map(({ plexId }) => plexId)
    for (const plexIds of inParts(everybody, AT_ONCE)) {
      const outcome = await choosePeople(deps, actor, { plexIds, ...choiceOf(choice) })
      if (!outcome.ok) return refuse(outcome.refusal)
    }
    return update(bulkDone({ count, choice, shown }, say))
  },
})
