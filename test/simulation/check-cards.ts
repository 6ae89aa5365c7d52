import type { MessageBody } from '../../src/views/kit/message.ts'
import type { Message } from './discord.ts'
import type { House } from './house.ts'
import { requestRows } from './rows.ts'
import { violate, type World } from './world.ts'

type Card = Readonly<{ requestId: string; purpose: 'approval' | 'status'; messageId: string | null }>

const cardsOf = ({ ledger }: World): readonly Card[] =>
  ledger.all('select request_id as requestId, purpose, message_id as messageId from cards')

/** The messages that a card had, one after the other: each is known by a name that is made from the one before. */
const messagesOf = ({ core, discord }: House, { requestId, purpose }: Card): Message[] => {
  const named = (nonce: string): Message[] =>
    discord.messages
      .filter(({ mark }) => mark === core.markOf(nonce))
      .flatMap((message) => [message, ...named(core.nonceOf(`${nonce}.${message.id}`))])
  return named(core.nonceOf(`${requestId}.${purpose}`))
}

/** The marks of all messages that are cards. */
export const cardMarks = (world: World, house: House): ReadonlySet<number> =>
  new Set(cardsOf(world).flatMap((card) => messagesOf(house, card).flatMap(({ mark }) => mark ?? [])))

/** What a message shows, without the mark that its sending put on it. */
const shownBy = ({ body, mark }: Message): MessageBody => {
  const { flags, allowed_mentions, components } = body as MessageBody
  return {
    flags,
    allowed_mentions,
    components: components.map((component, index) => {
      if (index > 0 || component.id !== mark) return component
      const { id: _, ...rest } = component
      return rest as typeof component
    }),
  }
}

/** Longer than an edit and its answer are ever on their way, whoever sent it. */
const CROSSING_MS = 40_000

/**
 * A look at whether what a card is taken to show stands there, while no work is left that would change it. An edit that
 * is on its way meanwhile puts itself right when it is answered, so that only what lasts breaks the rule.
 */
export const watchPrints = (world: World, { core, discord }: House): (() => void) => {
  let wrongSince: ReadonlyMap<string, number> = new Map()
  return () => {
    const taken = world.ledger.all<{ messageId: string; print: string }>(
      `select message_id as messageId, print from cards
        where message_id is not null and print <> '' and not exists (select 1 from work
          where state = 'open' and subject = request_id and job = 'show-' || purpose || '-card')`,
    )
    const now = world.timeline.elapsed()
    const wrong = taken.filter(({ messageId, print }) => {
      const message = discord.messages.find(({ id, isDeleted }) => id === messageId && !isDeleted)
      return message !== undefined && core.fingerprint(shownBy(message)) !== print
    })
    const keys = wrong.map(({ messageId, print }) => `${messageId} ${print}`)
    wrongSince = new Map(keys.map((key) => [key, wrongSince.get(key) ?? now]))
    for (const [key, since] of wrongSince)
      if (now - since > CROSSING_MS) violate(world, 'cards show what they are taken to show', key)
  }
}

/** Every card stands once, and shows how its request stands. */
export const checkCards = async (world: World, house: House): Promise<void> => {
  const { core, discord } = house
  const cards = cardsOf(world)
  for (const { id, state } of requestRows(world.ledger)) {
    const view = await core.findRequestView(world.ledger.db, id, 'http://images')
    if (view === undefined) continue
    for (const plan of [core.approval, core.status]) {
      const { purpose } = plan
      const card = cards.find((one) => one.requestId === id && one.purpose === purpose)
      const message = discord.messages.find((one) => one.id === card?.messageId)
      const isNeeded = purpose === 'status' ? state !== 'cancelled' : state === 'pending'
      if (message === undefined) {
        if (isNeeded) violate(world, 'what waits is shown', `${purpose} card of ${id}, ${state}`)
        continue
      }
      const standing = card === undefined ? [] : messagesOf(house, card).filter(({ isDeleted }) => !isDeleted)
      if (standing.length > 1) violate(world, 'a card stands once', `${purpose} card of ${id}`)
      if (!message.isDeleted && core.fingerprint(shownBy(message)) !== core.fingerprint(plan.show(view)))
        violate(world, 'cards show how it stands', `${purpose} card of ${id}, ${state}`)
    }
  }
}
