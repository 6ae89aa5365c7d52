import { deleteExclusion, insertExclusion } from '../../db/queries/exclusions.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { isAdmin } from '../../domain/people/policy.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction, memberOf, personOf, type Scope } from '../define.ts'
import { considerSkipped } from './consider-again.ts'

/** A title that is never to be asked for from watchlists: from one's own, or from anybody's. */
export type Excluded = Readonly<{ titleId: string; forAll: boolean }>

const whose = async (scope: Scope, { forAll }: Excluded): Promise<{ personId?: string } | undefined> => {
  const { home, actor } = scope
  if (!forAll) return { personId: await personOf(scope) }
  return home !== undefined && isAdmin(memberOf(actor), home) ? {} : undefined
}

/** Excludes a title. What was asked for already stays asked for. */
export const excludeTitle = defineAction<Excluded, void>({
  name: 'watch.exclude',
  allow: 'member',
  run: async (scope, excluded) => {
    const { tx, now, actor } = scope
    const who = await whose(scope, excluded)
    if (who === undefined) return refused({ code: 'admins-only' })
    if ((await findTitle(tx, excluded.titleId)) === undefined) return refused({ code: 'title-unknown' })
    const { discordId } = memberOf(actor)
    if (await insertExclusion(tx, excluded.titleId, who.personId, discordId, now))
      await scope.record({ subject: excluded.titleId, after: excluded })
    return done(undefined)
  },
})

/** Takes an exclusion back: what it kept from being asked for is considered again. */
export const includeTitle = defineAction<Excluded, void>({
  name: 'watch.include',
  allow: 'member',
  run: async (scope, excluded) => {
    const { tx } = scope
    const who = await whose(scope, excluded)
    if (who === undefined) return refused({ code: 'admins-only' })
    if (!(await deleteExclusion(tx, excluded.titleId, who.personId))) return done(undefined)
    await scope.record({ subject: excluded.titleId, before: excluded })
    const because = ['excluded', 'excluded-for-all'] as const
    await considerSkipped(scope, { because, titleId: excluded.titleId, ...who }, 'included')
    return done(undefined)
  },
})
