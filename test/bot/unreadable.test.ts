import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../src/commands/index.ts'
import { connect, type Db } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { Fault } from '../../src/platform/faults.ts'
import { ids } from '../../src/views/ids.ts'
import { cast, inDm, member } from '../actions/support/cast.ts'
import { everything, furnish } from '../actions/support/desk.ts'
import {
  commandDeps,
  fill,
  interactionBy,
  openCounter,
  press,
  slash,
  typing,
  wordsOf,
} from './support/counter.ts'

let db: Db
beforeAll(async () => {
  db = connect({ kind: 'sqlite', path: ':memory:' })
  await migrate(db)
  await furnish(db)
})
afterAll(() => db.destroy())

const ID = '06gzss5waphbm3s4hwndnw6t8aw6w'
const real = (more: Parameters<typeof openCounter>[2] = {}) =>
  openCounter(db, {}, { registry: registry(), ...more })

describe('custom ids that nobody made', () => {
  const right = ids.approve.make({ requestId: ID })

  it.each([
    '',
    ':',
    'u1',
    'u1:',
    'u1:approve',
    'u1:approve:',
    `u2:approve:${ID}`,
    `U1:approve:${ID}`,
    `${right}:`,
    `${right}:more`,
    ` ${right}`,
    right.toUpperCase(),
    'u1:approve:1',
    "u1:approve:' or 1=1 --",
    'u1:nothing:x',
    'u1:constructor:x',
    'u1:__proto__:x',
    'u1:page:-1:',
    'u1:page:1.5:',
    'u1:page: 1:',
    'u1:page:99999:',
    'u1:page:0:sideways',
    'u1:ask:film-tmdb-',
    'u1:ask:film-imdb-42',
    'somebody-elses-button',
    'x'.repeat(100),
    '\u0000',
  ])('%j is one answer, and nothing happens', async (customId) => {
    const before = await everything(db)
    const { take, lines } = real()
    const said = await take(press(cast.owner, customId))
    expect(said).toHaveLength(1)
    expect(wordsOf(said)).toContain('does nothing any more')
    expect(await everything(db)).toEqual(before)
    expect(lines).toEqual([expect.objectContaining({ level: 'info', outcome: 'unknown' })])
  })

  it('in the place of another kind are unknown: a modal’s on a button, a button’s on a modal', async () => {
    const { take } = real()
    expect(wordsOf(await take(press(cast.owner, ids.denyReason.make({ requestId: ID }))))).toContain(
      'any more',
    )
    expect(wordsOf(await take(fill(cast.owner, right, {})))).toContain('any more')
  })

  it('a command that was taken back is the same', async () => {
    const { take, lines } = real()
    expect(wordsOf(await take(slash(cast.member, 'gone')))).toContain('any more')
    expect(wordsOf(await take(slash(cast.member, '__proto__')))).toContain('any more')
    expect(lines.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown'])
  })
})

describe('interactions of shapes that Discord does not send', () => {
  const good = press(cast.owner, 'u1:setup')

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'PING'],
    ['a PING', { type: 1 }],
    ['no data', { ...good, data: undefined }],
    ['no token', { ...good, token: '' }],
    ['an id that is no number', { ...good, id: '../1' }],
    [
      'permissions that are no number',
      { ...good, member: { user: { id: '1' }, roles: [], permissions: '-8' } },
    ],
    ['a kind that is yet to come', { ...good, type: 9 }],
  ])('%s: no answer, no effect, one line', async (_, given) => {
    const before = await everything(db)
    const { take, lines } = real()
    expect(await take(given)).toEqual([])
    expect(await everything(db)).toEqual(before)
    expect(lines).toEqual([expect.objectContaining({ level: 'warn' })])
  })

  it('from nobody has no effect', async () => {
    const { member: _, ...nobody } = press(cast.owner, ids.approve.make({ requestId: ID }))
    expect(wordsOf(await real().take(nobody))).toContain('any more')
  })

  it('with what is yet to come beside it is taken all the same', async () => {
    const given = {
      ...press(cast.manager, 'u1:setup'),
      authorizing_integration_owners: {},
      attachment_size_limit: 1,
    }
    expect(wordsOf(await real().take(given))).toContain('Set up Usherr')
  })

  it('options that break our own rules are one answer with a number', async () => {
    const { take, lines } = real()
    const said = await take(slash(cast.member, 'request', { title: 'x'.repeat(401) }))
    expect(said).toHaveLength(2)
    expect(lines).toEqual([expect.objectContaining({ outcome: 'bug' })])
  })
})

describe('while somebody types', () => {
  const choicesOf = (said: readonly { body: unknown }[]) => said.map(({ body }) => body)
  const NONE = [{ type: 8, data: { choices: [] } }]
  const found = [{ ref: { kind: 'film', source: 'tmdb', value: '42' }, name: 'Up', year: 2009 }] as const
  const titles = (search: () => Promise<typeof found>) => ({
    commands: commandDeps(db, {
      titles: { search, details: async () => undefined, episodes: async () => [] },
    }),
  })

  it('members are offered titles', async () => {
    const { take, lines } = real(titles(async () => found))
    expect(choicesOf(await take(typing(cast.member, 'request', 'up')))).toEqual([
      { type: 8, data: { choices: [{ name: expect.stringContaining('Up'), value: 'film-tmdb-42' }] } },
    ])
    expect(lines).toEqual([expect.objectContaining({ level: 'info', outcome: 'done' })])
  })

  it.each([
    ['a stranger', cast.stranger],
    ['somebody elsewhere', cast.foreigner],
  ])('%s is offered nothing, and nobody is asked', async (_, who) => {
    let asked = 0
    const search = async () => {
      asked += 1
      return found
    }
    expect(choicesOf(await real(titles(search)).take(typing(who, 'request', 'up')))).toEqual(NONE)
    expect(asked).toBe(0)
  })

  it('nothing was typed, or the command knows no choices: an empty list', async () => {
    const { take } = real(titles(async () => found))
    for (const given of [
      typing(cast.member, 'request', '  '),
      typing(cast.member, 'link', 'x'),
      typing(cast.member, 'gone', 'x'),
    ]) {
      expect(choicesOf(await take(given))).toEqual(NONE)
    }
  })

  it.each([
    [
      'a service that is away',
      new Fault({ kind: 'timeout', service: 'TMDB', operation: 'search' }),
      'fault',
      'warn',
    ],
    ['a bug', new TypeError('undefined is not a function'), 'bug', 'error'],
  ])('%s gives an empty list and one line', async (_, error, outcome, level) => {
    const { take, lines } = real(titles(() => Promise.reject(error)))
    expect(choicesOf(await take(typing(cast.member, 'request', 'up')))).toEqual(NONE)
    expect(lines).toEqual([expect.objectContaining({ level, outcome })])
  })

  it('one that is slow gives an empty list in time', async () => {
    const asked: number[] = []
    const patience = async (ms: number) => {
      asked.push(ms)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const { take } = real({ ...titles(() => new Promise(() => undefined)), patience })
    expect(choicesOf(await take(typing(cast.member, 'request', 'up')))).toEqual(NONE)
    expect(asked.every((ms) => ms <= 2_500)).toBe(true)
  })

  it('in a DM Discord is asked who it is; when that fails the list is empty', async () => {
    const askMember = () =>
      Promise.reject(new Fault({ kind: 'timeout', service: 'Discord', operation: 'read a member' }))
    const { take } = real({ ...titles(async () => found), askMember })
    expect(choicesOf(await take(typing(inDm(cast.member), 'request', 'up')))).toEqual(NONE)
  })
})

describe('the language', () => {
  it.each(['de', 'xx-XX', '', '__proto__', 'en-GB', 'a'.repeat(300)])(
    '%j is answered in one that we speak',
    async (locale) => {
      const { take, lines } = real()
      const said = await take(slash(member('303', { locale }), 'setup'))
      expect(wordsOf(said)).toContain('Only admins')
      expect(lines).toEqual([expect.objectContaining({ outcome: 'refused' })])
    },
  )

  it('that Discord did not name is English', async () => {
    const { locale: _, ...given } = interactionBy(cast.manager, { type: 2, data: { id: '1', name: 'setup' } })
    expect(wordsOf(await real().take(given))).toContain('Set up Usherr')
  })
})
