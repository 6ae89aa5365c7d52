import { type APIMessage, type APIUser, ComponentType, InteractionType } from 'discord-api-types/v10'
import { type Place, placeOf } from '../interactions/envelope.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { ownersIn } from '../interactions/offered.ts'
import { resolved } from '../interactions/resolved.ts'
import { send } from '../interactions/send.ts'
import { type Part, textIn } from '../messages/parts.ts'
import type { Service } from '../service.ts'
import { directMessages } from '../world/add-places.ts'
import type { Account, Channel, World } from '../world/world.ts'
import { type Answer, answerTo, type Modal } from './answer.ts'
import { openMenu, typeCommand } from './command.ts'
import { type Entry, submit } from './fill.ts'
import { type Forgery, forge } from './forge.ts'
import type { Given } from './options.ts'
import { type Pick, pick } from './pick.ts'
import { findButton, findSelect, look, seesChannel, type Target } from './sight.ts'

/** Where somebody does it: a channel, or the direct messages with the bot. Unsaid: their first channel. */
export type Where = { in?: Channel | 'dm' }

/** What somebody does to one of several like things: the text it stands beside tells which. */
export type Which = { beside?: string }

const accountOf = (world: World, user: string): Account => {
  const account = world.accounts.get(user)
  if (!account) throw new Error(`Nobody has the id ${user}`)
  return account
}

const placeFor = (world: World, user: string, where: Where['in']): Place => {
  if (where === 'dm') return placeOf(world, directMessages(world, user))
  const first = world.channels
    .values()
    .find((channel) => channel.guild !== null && seesChannel(world, user, channel))
  const channel = where ?? first
  if (!channel) throw new Error(`${accountOf(world, user).user.username} is in no server`)
  if (!seesChannel(world, user, channel)) {
    throw new Error(`${accountOf(world, user).user.username} cannot see #${channel.name}`)
  }
  return placeOf(world, channel)
}

/** A person at their client. What their client would not let them do throws; all else is sent to the bot. */
export const createPerson = (service: Service, { id }: { id: string }) => {
  const { world } = service
  const account = () => accountOf(world, id)
  const after = (interaction: Interaction): Promise<Answer> => answerTo(service, interaction)

  const use = (
    target: Target,
    find: (message: APIMessage) => Part,
    data: (part: Part, place: Place) => object,
  ) => {
    const { message, channel } = look(world, id, target)
    const place = placeOf(world, channel)
    const part = find(message.body)
    return send(service, {
      kind: InteractionType.MessageComponent,
      place,
      account: account(),
      owners: ownersIn(world, place, account()),
      data: { custom_id: part.custom_id, component_type: part.type, id: part.id, ...data(part, place) },
      source: message,
    })
  }

  return {
    user: () => account().user,

    /** Sends `/name` with its options; `setup radarr` names a subcommand. */
    slash: async (name: string, given: Given = {}, where: Where = {}) =>
      after(typeCommand(service, placeFor(world, id, where.in), account(), { name, given })),

    /** Has typed `text` into an option so far; what is offered for it is in `choices`. */
    type: async (
      name: string,
      option: string,
      text: string | number,
      others: Given = {},
      where: Where = {},
    ) =>
      after(
        typeCommand(service, placeFor(world, id, where.in), account(), {
          name,
          given: { ...others, [option]: text },
          focused: option,
        }),
      ),

    /** Chooses a command from the menu of a message or of a person. */
    menu: async (name: string, on: APIMessage | APIUser, where: Where = {}) => {
      if ('username' in on) {
        return after(openMenu(service, placeFor(world, id, where.in), account(), name, { user: on }))
      }
      const { message, channel } = look(world, id, on)
      return after(openMenu(service, placeOf(world, channel), account(), name, { message: message.body }))
    },

    /** Presses the button with this label or custom id. */
    press: async (target: Target, label: string, { beside }: Which = {}) => {
      const find = (message: APIMessage) => {
        const button = findButton(message, label, beside)
        if (!button.custom_id) throw new Error(`"${label}" leads to ${textIn(button, 'url')}: follow it`)
        return button
      }
      return after(use(target, find, () => ({})))
    },

    /** Where the link button with this label leads. */
    link: (target: Target, label: string, { beside }: Which = {}): string => {
      const url = textIn(findButton(look(world, id, target).message.body, label, beside), 'url')
      if (url === '') throw new Error(`"${label}" leads nowhere`)
      return url
    },

    /** Chooses in the select with this placeholder or custom id, or under this text. */
    choose: async (target: Target, name: string, wanted: readonly Pick[]) =>
      after(
        use(
          target,
          (message) => findSelect(message, name),
          (part, place) => {
            const { values, picked } = pick(world, place, id, part, wanted)
            const bodies = resolved(world, place.guild, id, picked)
            return { values, ...(bodies ? { resolved: bodies } : {}) }
          },
        ),
      ),

    /** Fills in the open form by its labels and sends it off. */
    fill: async (form: Answer | Modal, entries: Record<string, Entry>) => {
      const modal = 'kind' in form ? form.modal : form
      if (!modal) throw new Error('There is no form to fill in')
      if (modal.interaction.user.id !== id) throw new Error('This form is on another screen')
      const place = placeOf(world, modal.interaction.channel)
      return after(submit(service, account(), modal, entries, place))
    },

    /** Sends what no client would: a button press whose body is changed by `forgery` (undefined takes parts away). */
    raw: async (forgery: Forgery, where: Where = {}) => {
      const place = placeFor(world, id, where.in)
      const deed = {
        kind: Number(forgery.type ?? InteractionType.MessageComponent),
        place,
        account: account(),
        owners: ownersIn(world, place, account()),
        data: { custom_id: '', component_type: ComponentType.Button, id: 1 },
      }
      return after(send(service, deed, (body) => forge(body, forgery)))
    },

    /** The messages in a channel that this person sees, oldest first. */
    sees: (channel: Channel | 'dm'): APIMessage[] => {
      const { channel: where } = placeFor(world, id, channel)
      return (world.messages.get(where.id) ?? [])
        .filter(({ onlyFor }) => onlyFor === null || onlyFor === id)
        .map(({ body }) => body)
    },
  }
}

export type Person = ReturnType<typeof createPerson>
