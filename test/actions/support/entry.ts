import type { Action, ActionDeps } from '../../../src/actions/define.ts'
import type { Tx } from '../../../src/db/connect.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import type { Policy } from '../../../src/domain/people/policy.ts'
import type { Outcome } from '../../../src/domain/refusals.ts'

type Try = (deps: ActionDeps, actor: Actor) => Promise<Outcome<unknown>>

/** An action, who may do it, and how to make a situation in which it has an effect. */
export type Entry = Readonly<{
  name: string
  declared: Policy
  policy: Policy
  prepare(tx: Tx, discordId: string): Promise<Try>
}>

export const entry = <Input>(
  policy: Policy,
  action: Action<Input, unknown>,
  input: (tx: Tx, discordId: string) => Input | Promise<Input>,
): Entry => ({
  name: action.actionName,
  declared: action.allow,
  policy,
  prepare: async (tx, discordId) => {
    const given = await input(tx, discordId)
    return (deps, actor) => action(deps, actor, given)
  },
})
