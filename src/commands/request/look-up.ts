import { keepTitle } from '../../actions/requests/keep-title.ts'
import { findHomeLocale } from '../../db/queries/people.ts'
import { findTitleByRef } from '../../db/queries/titles.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import { DAY } from '../../platform/clock.ts'
import type { Context } from '../define.ts'

/** Facts older than this are fetched again before they are shown. */
const FRESH_MS = DAY
const DETAILS_MS = 8_000
/** Who speaks another language than the home doesn't wait longer than this to read of a title in it. */
const OWN_WORDS_MS = 1_500

/** A title with its row's id. */
export type KeptTitle = Readonly<{ id: string; title: Title }>

/** The title behind a ref: from the database while fresh, else from outside, and then kept. */
const lookUpIn = async (
  { deps, actor }: Context,
  ref: TitleRef,
  locale: string,
): Promise<KeptTitle | undefined> => {
  const stored = await findTitleByRef(deps.db, ref)
  // A show that was kept before its seasons were asked for is asked for once more.
  const isComplete = stored?.title.kind === 'film' || stored?.title.seasons !== undefined
  if (stored !== undefined && isComplete && stored.fetchedAt > deps.clock.now() - FRESH_MS) return stored
  const title = await deps.titles.details(ref, { locale, deadlineMs: DETAILS_MS }).catch((error: unknown) => {
    if (stored === undefined) throw error
    return stored.title
  })
  if (title === undefined) return stored
  const kept = await keepTitle(deps, actor, { title })
  return kept.ok ? { id: kept.value, title } : undefined
}

/**
 * The title behind a ref, for the one who looks at it, in their own language where that comes in time. What is kept,
 * for others see it too, is in the home's.
 */
export const lookUp = async (ctx: Context, ref: TitleRef): Promise<KeptTitle | undefined> => {
  const { deps, actor } = ctx
  const locale = await findHomeLocale(ctx.deps.db, ctx.home)
  const inOwnWords = async (): Promise<Title | undefined> => {
    if (actor.locale === locale) return undefined
    const options = { locale: actor.locale, deadlineMs: OWN_WORDS_MS }
    return deps.titles.details(ref, options).catch(() => undefined)
  }
  const [kept, own] = await Promise.all([lookUpIn(ctx, ref, locale), inOwnWords()])
  return kept && { id: kept.id, title: own ?? kept.title }
}
