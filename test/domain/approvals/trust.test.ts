import { expect, it } from 'vitest'
import { trustIn } from '../../../src/domain/approvals/trust.ts'

const trusted = { trustedRoles: ['family', 'crew'], trustedMembers: ['1'] }

it.each([
  ['2', [], undefined],
  ['2', ['guests'], undefined],
  ['2', ['guests', 'crew'], 'role'],
  ['1', [], 'member'],
  ['1', ['family'], 'member'],
] as const)('member %s with the roles %j is trusted as %s', (discordId, roles, trust) => {
  expect(trustIn({ discordId, roles }, trusted)).toBe(trust)
})

it('nobody is trusted where nobody was named, and no number is both a member’s and a role’s', () => {
  const nobody = { trustedRoles: [], trustedMembers: [] }
  expect(trustIn({ discordId: '1', roles: ['family'] }, nobody)).toBeUndefined()
  expect(trustIn({ discordId: 'family', roles: ['1'] }, trusted)).toBeUndefined()
})
