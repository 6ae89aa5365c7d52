import { beforeEach, expect, it } from 'vitest'
import type { Context } from '../../src/commands/define.ts'
import type { CommandDeps } from '../../src/commands/ports.ts'
import { lookUp } from '../../src/commands/request/look-up.ts'
import { findHome } from '../../src/db/queries/home.ts'
import { findTitle } from '../../src/db/queries/titles.ts'
import type { TitleRef } from '../../src/domain/titles/title.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { member } from '../actions/support/cast.ts'
import { desk, furnish, stillClock } from '../actions/support/desk.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, film, person } from '../db/support/rows.ts'
import { only } from '../workers/support/bench.ts'

const DAY = 86_400_000

/** A film that is called by another name in each language, in a home whose owner's is English. */
const arrange = async (ledger: Ledger) => {
  const clock = stillClock()
  const tmdb = another()
  const ref: TitleRef = { kind: 'film', source: 'tmdb', value: tmdb }
  const asked: string[] = []
  const hooks = { isAway: (_locale: string): boolean => false }
  const titles = only<CommandDeps['titles']>({
    details: async (_, { locale }) => {
      asked.push(locale)
      if (hooks.isAway(locale)) throw new Error('away')
      return film({ ids: { tmdb }, name: `Up in ${locale}` })
    },
  })
  const deps = only<CommandDeps>({ ...desk(ledger.db, clock), titles })
  const home = await findHome(ledger.db)
  const lookAs = async (locale: string) => {
    const actor = member(another(), { locale })
    const ctx: Context = { actor, home, deps, say: sayIn(locale), answerToken: 'token' }
    const found = await lookUp(ctx, ref)
    const kept = found && (await findTitle(ledger.db, found.id))
    return { shown: found?.title.name, kept: kept?.title.name }
  }
  return { clock, asked, hooks, lookAs }
}

onEachDatabase('a title that somebody looks at', (ledger) => {
  beforeEach(async () => {
    const owner = another()
    await ledger.write((tx) => person(tx, owner))
    await furnish(ledger.db, { claimedBy: owner })
  })

  it('is shown to each in their language, and kept in that of the home', async () => {
    const { clock, lookAs } = await arrange(ledger)
    expect(await lookAs('de')).toEqual({ shown: 'Up in de', kept: 'Up in en-US' })
    expect(await lookAs('en-US')).toEqual({ shown: 'Up in en-US', kept: 'Up in en-US' })
    clock.pass(2 * DAY)
    expect(await lookAs('fr')).toEqual({ shown: 'Up in fr', kept: 'Up in en-US' })
  })

  it('needs nobody outside for who speaks the language of the home, while it is fresh', async () => {
    const { asked, lookAs } = await arrange(ledger)
    await lookAs('en-US')
    await lookAs('en-US')
    expect(asked).toEqual(['en-US'])
  })

  it('is shown as it is kept when it can’t be had in another language', async () => {
    const { hooks, lookAs } = await arrange(ledger)
    hooks.isAway = (locale) => locale === 'de'
    expect(await lookAs('de')).toEqual({ shown: 'Up in en-US', kept: 'Up in en-US' })
  })

  it('is in plain English where nobody’s language is known', async () => {
    await furnish(ledger.db, { claimedBy: another() })
    const { lookAs } = await arrange(ledger)
    expect((await lookAs('de')).kept).toBe('Up in en-US')
  })
})
