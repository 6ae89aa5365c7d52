import { ComponentType } from 'discord-api-types/v10'
import type { Place } from '../../discord/interactions/envelope.ts'
import { type Part, textIn, walk } from '../../discord/messages/parts.ts'
import { offersOf } from '../../discord/people/pick.ts'
import type { World } from '../../discord/world/world.ts'
import type { Fills, Offer } from '../protocol.ts'

const SELF_FILLING: readonly number[] = [
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

const KINDS = { users: 'user', roles: 'role', channels: 'channel' } as const

/** What one select that fills itself offers to somebody in a place. */
export const offersFor = (world: World, place: Place, user: string, part: Part): Offer[] =>
  offersOf(world, place, user, part).flatMap(({ value, names, kind }) =>
    kind === 'users' || kind === 'roles' || kind === 'channels'
      ? [{ value, label: names[1] || value, kind: KINDS[kind] }]
      : [],
  )

/** What all selects among these parts offer that fill themselves. */
export const fillsOf = (world: World, place: Place, user: string, parts: readonly Part[]): Fills =>
  Object.fromEntries(
    [...walk(parts)]
      .filter(({ type }) => SELF_FILLING.includes(type))
      .map((part) => [textIn(part, 'custom_id'), offersFor(world, place, user, part)]),
  )
