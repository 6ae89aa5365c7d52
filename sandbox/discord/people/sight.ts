import { type APIMessage, ComponentType } from 'discord-api-types/v10'
import { findMessage } from '../messages/find.ts'
import { isSelect, type Part, textIn, walk } from '../messages/parts.ts'
import { partsOf } from '../messages/write.ts'
import { may } from '../world/permissions.ts'
import type { Channel, StoredMessage, World } from '../world/world.ts'
import type { Answer } from './answer.ts'

/** A message, or the answer that shows it. Nothing is no message to act on. */
export type Target = APIMessage | Answer | undefined

const messageIn = (target: Target): APIMessage => {
  if (!target) throw new Error('There is no message to act on')
  if (!('kind' in target)) return target
  if (!target.message) throw new Error(`There is no message to act on: the answer was "${target.kind}"`)
  return target.message
}

/** Whether somebody can see a channel at all. */
export const seesChannel = (world: World, user: string, channel: Channel): boolean =>
  may(world, user, channel, 'ViewChannel')

/** The message as it is now, with its channel; throws when it is gone or not for this person's eyes. */
export const look = (
  world: World,
  user: string,
  target: Target,
): { message: StoredMessage; channel: Channel } => {
  const { id, channel_id: where } = messageIn(target)
  const channel = world.channels.get(where)
  const message = findMessage(world, where, id)
  if (!channel || !message) throw new Error(`Message ${id} is no longer there`)
  const hidden = message.onlyFor !== null && message.onlyFor !== user
  if (hidden || !seesChannel(world, user, channel)) {
    throw new Error(`${world.accounts.get(user)?.user.username} cannot see message ${id}`)
  }
  return { message, channel }
}

/** The text that a reader meets just before a component: of its section, else of the text display above it. */
const besides = (parts: readonly Part[], wanted: Part): string => {
  const section = [...walk(parts)].find(({ accessory }) => accessory === wanted)
  if (section) return (section.components ?? []).map((part) => textIn(part, 'content')).join('\n')
  let above = ''
  for (const part of walk(parts)) {
    if (part === wanted) return above
    if (part.type === ComponentType.TextDisplay) above = textIn(part, 'content')
  }
  return above
}

const visible = (parts: readonly Part[]): string =>
  [...walk(parts)]
    .flatMap((part) => textIn(part, 'label') || textIn(part, 'placeholder') || [])
    .map((text) => `"${text}"`)
    .join(', ') || 'nothing'

const only = (found: readonly Part[], what: string, there: string): Part => {
  const [first, ...more] = found
  if (!first) throw new Error(`There is no ${what}; there is ${there}`)
  if (more.length > 0) throw new Error(`There are ${found.length} of ${what}: say which with \`beside\``)
  if (first.disabled === true) throw new Error(`${what} is disabled`)
  return first
}

/** The one button with a label or custom id that is beside (or under) a text, when that is given. */
export const findButton = (message: APIMessage, label: string, beside?: string): Part => {
  const parts = partsOf(message)
  const found = [...walk(parts)]
    .filter((part) => part.type === ComponentType.Button)
    .filter((part) => textIn(part, 'label') === label || part.custom_id === label)
    .filter((part) => beside === undefined || besides(parts, part).includes(beside))
  return only(found, `button "${label}"`, visible(parts))
}

/** The one select that shows a placeholder, has a custom id, or stands under a text. */
export const findSelect = (message: APIMessage, name: string): Part => {
  const parts = partsOf(message)
  const selects = [...walk(parts)].filter(isSelect)
  const exact = selects.filter((part) => textIn(part, 'placeholder') === name || part.custom_id === name)
  const found = exact.length > 0 ? exact : selects.filter((part) => besides(parts, part).includes(name))
  return only(found, `select "${name}"`, visible(parts))
}
