import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Member } from '../../../src/domain/people/actor.ts'
import { isAdmin, isApprover, mayAct, type Policy } from '../../../src/domain/people/policy.ts'

const house = { guildId: 'home', approverRole: 'approvers', adminRole: 'admins' }
const stranger: Member = {
  kind: 'member',
  discordId: '1',
  locale: 'en-US',
  guildId: 'home',
  isMember: false,
  roles: [],
  managesGuild: false,
  ownsApplication: false,
}
const member: Member = { ...stranger, isMember: true }
const people = {
  stranger,
  member,
  approver: { ...member, roles: ['approvers'] },
  admin: { ...member, roles: ['admins'] },
  manager: { ...member, managesGuild: true },
  owner: { ...stranger, ownsApplication: true },
} satisfies Record<string, Member>

const yes = undefined
const no = {
  member: 'not-a-member',
  approver: 'approvers-only',
  admin: 'admins-only',
} as const

describe('at home', () => {
  it.each([
    ['stranger', no.member, no.approver, no.admin],
    ['member', yes, no.approver, no.admin],
    ['approver', yes, yes, no.admin],
    ['admin', yes, yes, yes],
    ['manager', yes, yes, yes],
    ['owner', no.member, yes, yes],
  ] as const)('a %s', (who, asMember, asApprover, asAdmin) => {
    const answer = (policy: Policy) => mayAct(policy, people[who], house)?.code
    expect(answer('anyone')).toBe(yes)
    expect(answer('member')).toBe(asMember)
    expect(answer('approver')).toBe(asApprover)
    expect(answer('admin')).toBe(asAdmin)
    expect(answer('claimer')).toBe('already-claimed')
    expect(answer('system')).toBe('not-a-member')
  })

  it('a direct message counts as home, for those who belong there', () => {
    const { guildId: _, ...inDm } = people.approver
    expect(mayAct('approver', inDm, house)).toBeUndefined()
    expect(mayAct('member', { ...inDm, isMember: false }, house)?.code).toBe('not-a-member')
  })

  it('a role means nothing without being a member, or where none is set', () => {
    const gone = { ...stranger, roles: ['approvers', 'admins'] }
    expect(isAdmin(gone, house)).toBe(false)
    expect(isApprover(gone, house)).toBe(false)
    const bare = { guildId: 'home' }
    expect(isAdmin(people.admin, bare)).toBe(false)
    expect(isApprover(people.approver, bare)).toBe(false)
  })
})

describe('elsewhere', () => {
  it.each(['member', 'approver', 'admin'] as const)('nobody is %s, not even the owner', (policy) => {
    for (const person of Object.values(people)) {
      expect(mayAct(policy, { ...person, guildId: 'other' }, house)?.code).toBe('other-guild')
    }
  })

  it('anyone may do what has no effect', () => {
    expect(mayAct('anyone', { ...stranger, guildId: 'other' }, house)).toBeUndefined()
  })
})

describe('before there is a home', () => {
  it('only the owner claims, and nobody does anything else', () => {
    for (const person of Object.values(people)) {
      expect(mayAct('claimer', person, undefined)?.code).toBe(
        person.ownsApplication ? undefined : 'claim-owner-only',
      )
      for (const policy of ['member', 'approver', 'admin'] as const) {
        expect(mayAct(policy, person, undefined)?.code).toBe('not-set-up')
      }
    }
  })
})

it('a part of the program does what is the system’s, and nothing that is a person’s', () => {
  const system = { kind: 'system', name: 'relay' } as const
  for (const home of [house, undefined]) {
    expect(mayAct('system', system, home)).toBeUndefined()
    for (const policy of ['anyone', 'claimer', 'member', 'approver', 'admin'] as const) {
      expect(mayAct(policy, system, home)).toBeDefined()
    }
  }
})

it('who may more may also less, and no member is the system', () => {
  const members = fc.record({
    kind: fc.constant('member' as const),
    discordId: fc.string(),
    locale: fc.constant('de'),
    guildId: fc.constantFrom('home', 'other'),
    isMember: fc.boolean(),
    roles: fc.subarray(['approvers', 'admins', 'readers']),
    managesGuild: fc.boolean(),
    ownsApplication: fc.boolean(),
  })
  fc.assert(
    fc.property(members, fc.constantFrom(house, { guildId: 'home' }, undefined), (actor, home) => {
      const may = (policy: Policy) => mayAct(policy, actor, home) === undefined
      if (may('admin')) expect(may('approver')).toBe(true)
      if (may('approver') && actor.isMember) expect(may('member')).toBe(true)
      expect(may('system')).toBe(false)
    }),
  )
})
