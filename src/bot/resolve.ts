import type { Context, Reply } from '../commands/define.ts'
import type { Registry } from '../commands/index.ts'
import type { Policy } from '../domain/people/policy.ts'
import { idName } from '../views/ids.ts'
import { COMMAND, COMPONENT, fieldsOf, type Interaction, MODAL, optionsOf } from './interaction.ts'

/** A module bound to the interaction that called it. */
export type Runnable = Readonly<{
  ack: 'show' | 'update' | 'modal'
  slow: boolean
  allow: Policy
  /** Undefined when the custom id turns out not to be one of ours. */
  run(ctx: Context): Promise<Reply | undefined>
}>

/** Finds what an interaction calls; undefined for anything we don't (or no longer) know. */
export const resolve = (registry: Registry, raw: Interaction): Runnable | undefined => {
  if (raw.type === COMMAND) {
    const command = registry.commands.get(raw.data.name ?? '')
    return command && bind(command, async (ctx) => command.run(ctx, optionsOf(raw)))
  }
  const customId = raw.data.custom_id ?? ''
  const name = idName(customId)
  if (name === undefined) return undefined
  if (raw.type === COMPONENT) {
    const component = registry.components.get(name)
    return component && bind(component, async (ctx) => component.run(ctx, customId, raw.data.values ?? []))
  }
  if (raw.type === MODAL) {
    const modal = registry.modals.get(name)
    return modal && bind(modal, async (ctx) => modal.run(ctx, customId, fieldsOf(raw)))
  }
  return undefined
}

const bind = (
  { ack, slow = false, allow }: { ack: Runnable['ack']; slow?: boolean; allow: Policy },
  run: Runnable['run'],
): Runnable => ({ ack, slow, allow, run })
