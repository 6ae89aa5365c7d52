import { type Db, isOvertaken, type Tx } from '../db/connect.ts'
import { appendAudit } from '../db/queries/audit.ts'
import { findHome, type Home } from '../db/queries/home.ts'
import { appendOutbox } from '../db/queries/outbox.ts'
import { meetPerson } from '../db/queries/people.ts'
import type { EventName } from '../domain/events.ts'
import type { Actor, Member } from '../domain/people/actor.ts'
import { mayAct, type Policy } from '../domain/people/policy.ts'
import type { Outcome, Refusal } from '../domain/refusals.ts'
import type { Clock, Instant } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'

/** What every action needs. `poke` wakes the relay after a commit; losing a poke only costs a second. */
export type ActionDeps = Readonly<{ db: Db; clock: Clock; ids: Ids; poke(): void }>

/** What was changed: written as an audit line, with the events it means, in the transaction of the change itself. */
export type Change = Readonly<{
  subject: string
  events?: readonly EventName[]
  before?: unknown
  after?: unknown
}>

/** What an action works with: one transaction, one moment, and the actor whose authority was just checked. */
export type Scope = Readonly<{
  tx: Tx
  now: Instant
  ids: Ids
  actor: Actor
  home: Home | undefined
  record(change: Change): Promise<void>
  recordAll(changes: readonly Change[]): Promise<void>
}>

type Spec<Input, Value> = Readonly<{
  /** Stable name, as it stands in the audit. */
  name: string
  allow: Policy
  run(scope: Scope, input: Input): Promise<Outcome<Value>>
}>

export type Action<Input, Value> = ((
  deps: ActionDeps,
  actor: Actor,
  input: Input,
) => Promise<Outcome<Value>>) & {
  readonly actionName: string
  readonly allow: Policy
}

/** Somebody else changed the row between reading and saving; the action is tried again from the start. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const TRIES = 4

/**
 * The only way to change state. Authority is checked inside the transaction, at the moment of acting; a refusal
 * rolls everything back; state, audit line and events commit together or not at all.
 */
export const defineAction = <Input, Value>(spec: Spec<Input, Value>): Action<Input, Value> => {
  const attempt = (deps: ActionDeps, actor: Actor, input: Input): Promise<Outcome<Value>> =>
    deps.db.transaction().execute(async (tx) => {
      const home = await findHome(tx)
      const refusal = mayAct(spec.allow, actor, home)
      if (refusal !== undefined) throw new Refused(refusal)
      const now = deps.clock.now()
      const recordAll = async (changes: readonly Change[]): Promise<void> => {
        const lines = changes.map((change) => ({ action: spec.name, ...change }))
        await appendAudit(tx, actor, lines, now, deps.ids)
        const happenings = changes.flatMap(({ subject, events = [] }) =>
          events.map((name) => ({ name, subject })),
        )
        await appendOutbox(tx, happenings, now, deps.ids)
      }
      const record = (change: Change): Promise<void> => recordAll([change])
      const outcome = await spec.run({ tx, now, ids: deps.ids, actor, home, record, recordAll }, input)
      if (!outcome.ok) throw new Refused(outcome.refusal)
      return outcome
    })

  const action = async (deps: ActionDeps, actor: Actor, input: Input): Promise<Outcome<Value>> => {
    for (let tries = 1; ; tries++) {
      try {
        const outcome = await attempt(deps, actor, input)
        deps.poke()
        return outcome
      } catch (error) {
        if (error instanceof Refused) return { ok: false, refusal: error.refusal }
        const mayPass = error instanceof Conflict || isOvertaken(error)
        if (!mayPass || tries === TRIES) throw error
      }
    }
  }
  return Object.assign(action, { actionName: spec.name, allow: spec.allow })
}

/** The member who acts. Only for actions whose policy lets no system through. */
export const memberOf = (actor: Actor): Member => {
  if (actor.kind !== 'member') throw new Error('this action is for people')
  return actor
}

/** The person behind the acting member, met now if need be. */
export const personOf = (scope: Scope): Promise<string> => {
  const member = memberOf(scope.actor)
  return meetPerson(scope.tx, member.discordId, member.locale, scope.now, scope.ids)
}
