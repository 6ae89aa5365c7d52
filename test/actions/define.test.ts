import { expect, it } from 'vitest'
import { Conflict, defineAction, memberOf, personOf } from '../../src/actions/define.ts'
import { isPostgres } from '../../src/db/connect.ts'
import { meetPerson } from '../../src/db/queries/people.ts'
import { done, refused } from '../../src/domain/refusals.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { another } from '../db/support/rows.ts'
import { cast } from './support/cast.ts'
import { desk, everything, furnish } from './support/desk.ts'

onEachDatabase('an action', (ledger) => {
  /** Writes something, and then does what `then` does at the given try. */
  const writing = (then: (tries: number) => void) => {
    let tries = 0
    const action = defineAction<void, number>({
      name: 'test.write',
      allow: 'system',
      run: async (scope) => {
        tries += 1
        const personId = await meetPerson(scope.tx, another(), 'en', scope.now, scope.ids)
        await scope.record({ subject: personId, events: ['request.submitted'], after: { tries } })
        then(tries)
        return done(tries)
      },
    })
    return { action, tries: () => tries }
  }

  it('that was overtaken is tried again from the start, and leaves one trace', async () => {
    const deps = desk(ledger.db)
    const { action } = writing((tries) => {
      if (tries < 4) throw new Conflict()
    })
    expect(await action(deps, cast.system)).toEqual({ ok: true, value: 4 })
    const trace = await ledger.db.selectFrom('audit').selectAll().where('action', '=', 'test.write').execute()
    expect(trace.map(({ after }) => after)).toEqual(['{"tries":4}'])
    expect(deps.pokes).toBe(1)
  })

  it('that is overtaken again and again is a bug of ours, and leaves nothing', async () => {
    const deps = desk(ledger.db)
    const before = await everything(ledger.db)
    const { action, tries } = writing(() => {
      throw new Conflict()
    })
    await expect(action(deps, cast.system)).rejects.toThrow(Conflict)
    expect([tries(), deps.pokes]).toEqual([4, 0])
    expect(await everything(ledger.db)).toEqual(before)
  })

  it('that refers to a row which isn’t there is tried again, where another may have taken it away', async () => {
    let tries = 0
    const referring = defineAction<void, number>({
      name: 'test.refer',
      allow: 'system',
      run: async ({ tx }) => {
        tries += 1
        const ref = { kind: 'film', source: 'tmdb', value: `${tries}` } as const
        if (tries === 1)
          await tx
            .insertInto('titleIds')
            .values({ ...ref, titleId: 'gone' })
            .execute()
        return done(tries)
      },
    })
    const end = referring(desk(ledger.db), cast.system)
    // SQLite has one writer, whom nobody overtakes: there it is a bug.
    if (isPostgres(ledger.db)) expect(await end).toEqual({ ok: true, value: 2 })
    else await expect(end).rejects.toThrow(/FOREIGN KEY/)
  })

  it('with a bug is not tried again', async () => {
    const { action, tries } = writing(() => {
      throw new TypeError('undefined is not a function')
    })
    await expect(action(desk(ledger.db), cast.system)).rejects.toThrow(TypeError)
    expect(tries()).toBe(1)
  })

  it('that refuses after it wrote has written nothing', async () => {
    await furnish(ledger.db)
    const refusing = defineAction<void, void>({
      name: 'test.refuse',
      allow: 'member',
      run: async (scope) => {
        await scope.record({ subject: await personOf(scope), events: ['request.submitted'] })
        return refused({ code: 'request-gone' })
      },
    })
    const before = await everything(ledger.db)
    const deps = desk(ledger.db)
    expect(await refusing(deps, cast.member)).toEqual({ ok: false, refusal: { code: 'request-gone' } })
    expect([await everything(ledger.db), deps.pokes]).toEqual([before, 0])
  })

  it('of one moment has one time, in all that it writes', async () => {
    await furnish(ledger.db)
    const deps = desk(ledger.db)
    let asked = 0
    const now = () => {
      asked += 1
      return 1_000 + asked
    }
    const { action } = writing(() => undefined)
    await action({ ...deps, clock: { ...deps.clock, now } }, cast.system)
    expect(asked).toBe(1)
  })
})

it('the member who acts is a person', () => {
  expect(memberOf(cast.member)).toBe(cast.member)
  expect(() => memberOf(cast.system)).toThrow('for people')
})
