import { findHome } from '../db/queries/home.ts'
import { mayAct } from '../domain/people/policy.ts'
import { Fault } from '../platform/faults.ts'
import { sayIn } from '../views/texts/say.ts'
import { readActor } from './actor.ts'
import type { DispatchDeps } from './dispatch.ts'
import { focusedOf, type Interaction, optionsOf } from './interaction.ts'
import type { Responder } from './responder.ts'

/** Autocomplete can't be deferred: an empty list after this long is better than Discord's error. */
const DEADLINE_MS = 2_000

/** Offers choices while somebody types. Whoever may not use the command is offered none. */
export const completeTitle = async (
  deps: DispatchDeps,
  raw: Interaction,
  responder: Responder,
): Promise<{ outcome: string; err?: unknown }> => {
  const command = deps.registry.commands.get(raw.data.name ?? '')
  if (command?.complete === undefined) {
    await responder.choices([])
    return { outcome: 'unknown' }
  }
  const { complete, allow } = command
  const choose = async () => {
    const home = await findHome(deps.commands.db)
    const actor = await readActor(raw, home, deps.owners, deps.askMember)
    if (actor === undefined || mayAct(allow, actor, home) !== undefined) return []
    const ctx = { actor, home, deps: deps.commands, say: sayIn(raw.locale), answerToken: raw.token }
    return complete(ctx, optionsOf(raw), focusedOf(raw))
  }
  let err: unknown
  const choices = await Promise.race([
    choose().catch((error: unknown) => {
      err = error
      return []
    }),
    deps.patience(DEADLINE_MS).then(() => []),
  ])
  await responder.choices(choices)
  if (err === undefined) return { outcome: 'done' }
  return { outcome: err instanceof Fault ? 'fault' : 'bug', err }
}
