import { keepTitle } from '../../actions/requests/keep-title.ts'
import { findTitleByRef } from '../../db/queries/titles.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import { DAY } from '../../platform/clock.ts'
import type { Context } from '../define.ts'

/** Facts older than this are fetched again before they are shown. */
const FRESH_MS = DAY

/** A title with its row's id. */
export type KeptTitle = Readonly<{ id: string; title: Title }>

/** The title behind a ref: from the database while fresh, else from outside, and then kept. */
export const lookUp = async (ctx: Context, ref: TitleRef): Promise<KeptTitle | undefined> => {
  const { deps, actor } = ctx
  const stored = await findTitleByRef(deps.db, ref)
  // A show that was kept before its seasons were asked for is asked for once more.
  const isComplete = stored?.title.kind === 'film' || stored?.title.seasons !== undefined
  if (stored !== undefined && isComplete && stored.fetchedAt > deps.clock.now() - FRESH_MS) return stored
  const title = await deps.titles.details(ref, actor.locale).catch((error: unknown) => {
    if (stored === undefined) throw error
    return stored.title
  })
  if (title === undefined) return stored
  const kept = await keepTitle(deps, actor, { title })
  return kept.ok ? { id: kept.value, title } : undefined
}
