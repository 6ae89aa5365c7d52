import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type { Action } from '../../src/actions/define.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import type { Policy } from '../../src/domain/people/policy.ts'
import type { RefusalCode } from '../../src/domain/refusals.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { cast, type Who } from './support/cast.ts'
import { desk, everything, forgetPlex, furnish } from './support/desk.ts'
import { table } from './support/table.ts'

/** Whom each policy lets through, and what it tells the others. */
const RULES: Record<Policy, Record<Who, RefusalCode | 'may'>> = {
  anyone: {
    stranger: 'may',
    foreigner: 'may',
    member: 'may',
    approver: 'may',
    admin: 'may',
    manager: 'may',
    owner: 'may',
    system: 'not-a-member',
  },
  claimer: {
    stranger: 'claim-owner-only',
    foreigner: 'claim-owner-only',
    member: 'claim-owner-only',
    approver: 'claim-owner-only',
    admin: 'claim-owner-only',
    manager: 'claim-owner-only',
    owner: 'may',
    system: 'not-a-member',
  },
  member: {
    stranger: 'not-a-member',
    foreigner: 'other-guild',
    member: 'may',
    approver: 'may',
    admin: 'may',
    manager: 'may',
    owner: 'may',
    system: 'not-a-member',
  },
  approver: {
    stranger: 'approvers-only',
    foreigner: 'other-guild',
    member: 'approvers-only',
    approver: 'may',
    admin: 'may',
    manager: 'may',
    owner: 'may',
    system: 'not-a-member',
  },
  admin: {
    stranger: 'admins-only',
    foreigner: 'other-guild',
    member: 'admins-only',
    approver: 'admins-only',
    admin: 'may',
    manager: 'may',
    owner: 'may',
    system: 'not-a-member',
  },
  system: {
    stranger: 'not-a-member',
    foreigner: 'other-guild',
    member: 'not-a-member',
    approver: 'not-a-member',
    admin: 'not-a-member',
    manager: 'not-a-member',
    owner: 'not-a-member',
    system: 'may',
  },
}

const isAction = (value: unknown): value is Action<unknown, unknown> =>
  typeof value === 'function' && 'actionName' in value

it('every action of every file is in the table, once', async () => {
  const files = globSync('src/actions/*/*.ts')
  const found = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(pathToFileURL(file).href)
      return Object.values(module).filter(isAction)
    }),
  )
  const names = found.flat().map(({ actionName }) => actionName)
  expect(table.map(({ name }) => name).sort()).toEqual(names.sort())
  expect(new Set(names).size).toBe(names.length)
})

onEachDatabase('who may', (ledger) => {
  // A home can only be claimed while there is none.
  const arrange = (policy: Policy) =>
    policy === 'claimer' || policy === 'anyone' ? ledger.db.deleteFrom('home').execute() : furnish(ledger.db)

  it.each(table)('$name', async ({ declared, policy, prepare }) => {
    expect(declared).toBe(policy)
    const sorts = Object.entries(RULES[policy]) as [Who, RefusalCode | 'may'][]

    await arrange(policy)
    await forgetPlex(ledger.db)
    const deps = desk(ledger.db)
    const attempt = await ledger.write((tx) => prepare(tx, cast.member.discordId))
    const before = await everything(ledger.db)
    for (const [who, rule] of sorts.filter(([, rule]) => rule !== 'may')) {
      const outcome = await attempt(deps, cast[who])
      expect([who, outcome.ok || outcome.refusal.code]).toEqual([who, rule])
    }
    expect(await everything(ledger.db)).toEqual(before)
    expect(deps.pokes).toBe(0)

    for (const [who] of sorts.filter(([, rule]) => rule === 'may')) {
      await arrange(policy)
      const actor: Actor = cast[who]
      const discordId = actor.kind === 'member' ? actor.discordId : cast.member.discordId
      await forgetPlex(ledger.db)
      const mine = await ledger.write((tx) => prepare(tx, discordId))
      expect([who, await mine(deps, actor)]).toEqual([who, expect.objectContaining({ ok: true })])
    }
    expect(deps.pokes).toBe(sorts.filter(([, rule]) => rule === 'may').length)
  })

  it('nobody may anything that needs a home while there is none, but the system', async () => {
    await ledger.db.deleteFrom('home').execute()
    const deps = desk(ledger.db)
    const codes: unknown[] = []
    for (const { policy, prepare } of table) {
      if (policy === 'system' || policy === 'claimer' || policy === 'anyone') continue
      const attempt = await ledger.write((tx) => prepare(tx, ids()))
      const before = await everything(ledger.db)
      for (const who of ['member', 'manager', 'owner'] as const) {
        const outcome = await attempt(deps, cast[who])
        codes.push(outcome.ok || outcome.refusal.code)
      }
      expect(await everything(ledger.db)).toEqual(before)
    }
    expect(codes.length).toBeGreaterThan(50)
    expect(new Set(codes)).toEqual(new Set(['not-set-up']))
  })
})

let counted = 0
/** A Discord id of somebody new. */
const ids = (): string => String(9_000 + ++counted)
