import { choosePeople } from '../../actions/watchlists/choose-watching.ts'
import { listMembers } from '../../db/queries/members.ts'
import { MEMBER_CHANGES, type MemberChange } from '../../domain/watchlists/members.ts'
import { ids } from '../../views/ids.ts'
import { bulkDone, bulkPage, bulkPreview } from '../../views/members/bulk-pages.ts'
import type { Shown } from '../../views/members/members-list.ts'
import { type Context, defineComponent, type Reply, refuse, update } from '../define.ts'
import { choiceOf } from './member.buttons.ts'
import { queryOf } from './members.command.ts'

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

/** It was confirmed, for so many; for another number it is shown anew. */
export const changeAllNowButton = defineComponent({
  id: ids.changeAllNow,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { choice, count, ...given }) => {
    const { deps, actor, say } = ctx
    const shown = shownBy(given)
    const people = await listMembers(deps.db, queryOf(shown))
    if (people.length !== count) return previewNow(ctx, shown, choice)
    const plexIds = people.map(({ plexId }) => plexId)
    const outcome = await choosePeople(deps, actor, { plexIds, ...choiceOf(choice) })
    return outcome.ok
      ? update(bulkDone({ count: outcome.value, choice, shown }, say))
      : refuse(outcome.refusal)
  },
})
