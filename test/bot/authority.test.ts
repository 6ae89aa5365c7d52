import { beforeEach, expect, it } from 'vitest'
import { registry } from '../../src/commands/index.ts'
import type { Policy } from '../../src/domain/people/policy.ts'
import { ids } from '../../src/views/ids.ts'
import { APPROVER_ROLE, cast, GUILD, inDm, member } from '../actions/support/cast.ts'
import { everything, furnish } from '../actions/support/desk.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { request } from '../db/support/rows.ts'
import { fill, openCounter, press, slash, wordsOf } from './support/counter.ts'

const modules = registry()

/** Who may do what; whatever isn't here is for admins. */
const FOR: Partial<Record<Policy, string>> = {
  anyone: '/setup claim claim-code',
  member:
    '/link /request /requests /status /unlink /watchlist ask ask-item cancel exclude exclusions follow include include-title item ' +
    'leave link-again open page pick pick-episodes pick-seasons pick-to-add put-back remove-item search seasons show-exclusions ' +
    'show-watchlist sync type-episodes type-seasons typed-episodes typed-seasons wait watchlist why',
  approver: 'approve changes changes-details changes-instance deny deny-reason',
}

const policyOf = (name: string): Policy =>
  (Object.entries(FOR) as [Policy, string][]).find(([, names]) => names.split(' ').includes(name))?.[0] ??
  'admin'

const all = [
  ...[...modules.commands].map(([name, { allow }]) => ({ name: `/${name}`, allow })),
  ...[...modules.components].map(([name, { allow }]) => ({ name, allow })),
  ...[...modules.modals].map(([name, { allow }]) => ({ name, allow })),
]

it.each(all)('$name is for whom it should be for', ({ name, allow }) => {
  expect(allow).toBe(policyOf(name))
})

it('every id that a view can make is answered by somebody', () => {
  const answered = new Set([...modules.components.keys(), ...modules.modals.keys()])
  expect(Object.values(ids).filter(({ name }) => !answered.has(name))).toEqual([])
})

const say = (who: Parameters<typeof slash>[0], name: string) => {
  if (name.startsWith('/')) return slash(who, name.slice(1), { title: 'film-tmdb-42' })
  return modules.modals.has(name) ? fill(who, `u1:${name}`, {}) : press(who, `u1:${name}`)
}

const pendingIn = async (ledger: Ledger) =>
  (await ledger.write((tx) => request(tx, { change: { state: 'pending' } }))).id

onEachDatabase('who has no right', (ledger) => {
  beforeEach(() => furnish(ledger.db))
  const real = () => openCounter(ledger.db, {}, { registry: modules })

  const SENTENCES = {
    member: { stranger: 'for members', foreigner: 'serves another server' },
    approver: { stranger: 'Only approvers', foreigner: 'serves another server', member: 'Only approvers' },
    admin: {
      stranger: 'Only admins',
      foreigner: 'serves another server',
      member: 'Only admins',
      approver: 'Only admins',
    },
  } as const

  it.each(all.filter(({ allow }) => allow !== 'anyone'))(
    'is told so by $name, and nothing happens',
    async ({ name, allow }) => {
      const { take, lines } = real()
      const before = await everything(ledger.db)
      const sentences = Object.entries(SENTENCES[allow as keyof typeof SENTENCES])
      for (const [who, sentence] of sentences) {
        const said = await take(say(cast[who as keyof typeof SENTENCES.admin], name))
        expect(wordsOf(said.at(-1))).toContain(sentence)
      }
      expect(await everything(ledger.db)).toEqual(before)
      expect(lines.map(({ outcome }) => outcome)).toEqual(sentences.map(() => 'refused'))
    },
  )

  it('gets no panel from /setup, which anyone may say', async () => {
    const { take } = real()
    const before = await everything(ledger.db)
    for (const who of ['stranger', 'foreigner', 'member', 'approver'] as const) {
      const words = wordsOf(await take(slash(cast[who], 'setup')))
      expect(words).not.toContain('Set up Usherr')
      expect(words).toMatch(/Only admins|another server/)
    }
    expect(wordsOf(await take(slash(cast.manager, 'setup')))).toContain('Set up Usherr')
    expect(await everything(ledger.db)).toEqual(before)
  })

  it('can’t claim a home that is somebody’s, whatever code they type', async () => {
    const { take } = real()
    const before = await everything(ledger.db)
    for (const given of [
      press(cast.member, 'u1:claim'),
      fill(cast.foreigner, 'u1:claim-code', { code: 'code' }),
    ]) {
      await take(given)
    }
    expect(await everything(ledger.db)).toEqual(before)
  })
})

onEachDatabase('a role', (ledger) => {
  beforeEach(() => furnish(ledger.db))
  const real = () => openCounter(ledger.db, {}, { registry: modules })
  const stateOf = async (id: string) =>
    (await ledger.db.selectFrom('requests').select('state').where('id', '=', id).executeTakeFirst())?.state

  it('that was lost between the card and the press counts as lost, and one that was won as won', async () => {
    const { take } = real()
    const requestId = await pendingIn(ledger)
    const approve = ids.approve.make({ requestId })
    const anna = cast.approver.discordId
    expect(wordsOf(await take(press(member(anna), approve)))).toContain('Only approvers')
    expect(await stateOf(requestId)).toBe('pending')
    await take(press(member(anna, { roles: ['999', APPROVER_ROLE] }), approve))
    expect(await stateOf(requestId)).toBe('approved')
  })

  it('that the home dropped opens nothing any more', async () => {
    await furnish(ledger.db, { approverRole: null })
    const requestId = await pendingIn(ledger)
    const words = wordsOf(await real().take(press(cast.approver, ids.approve.make({ requestId }))))
    expect(words).toContain('Only approvers')
    expect(await stateOf(requestId)).toBe('pending')
  })

  it.each([
    ['Manage Guild', 1n << 5n, true],
    ['Administrator', 1n << 3n, true],
    ['everything else', ~((1n << 5n) | (1n << 3n)) & ((1n << 53n) - 1n), false],
    ['permissions of bits yet to come', (1n << 80n) | (1n << 5n), true],
  ])('of %s is read from this press', async (_, permissions, may) => {
    const requestId = await pendingIn(ledger)
    const given = press(cast.member, ids.approve.make({ requestId }))
    Object.assign(given.member as object, { permissions: String(permissions) })
    await real().take(given)
    expect(await stateOf(requestId)).toBe(may ? 'approved' : 'pending')
  })

  it('is asked of Discord in a DM, for the home alone', async () => {
    const asked: unknown[] = []
    const standing = { roles: [APPROVER_ROLE], managesGuild: false }
    const askMember = async (...who: unknown[]) => {
      asked.push(who)
      return standing
    }
    const { take } = openCounter(ledger.db, {}, { registry: modules, askMember })
    const requestId = await pendingIn(ledger)
    await take(press(inDm(cast.member), ids.approve.make({ requestId })))
    expect(asked).toEqual([[GUILD, cast.member.discordId]])
    expect(await stateOf(requestId)).toBe('approved')
  })

  it('that nobody can be asked about is one answer, and no right', async () => {
    const askMember = async () => undefined
    const { take } = openCounter(ledger.db, {}, { registry: modules, askMember })
    const requestId = await pendingIn(ledger)
    expect(await take(press(inDm(cast.approver), ids.approve.make({ requestId })))).toHaveLength(1)
    expect(await stateOf(requestId)).toBe('pending')
  })

  it('of another guild’s is none here, whoever sends it', async () => {
    const requestId = await pendingIn(ledger)
    const given = press(
      member(cast.owner.discordId, { guildId: '999', managesGuild: true }),
      ids.approve.make({ requestId }),
    )
    expect(wordsOf(await real().take(given))).toContain('serves another server')
    expect(await stateOf(requestId)).toBe('pending')
  })
})
