import type { Discord, RecentMessage } from '../../src/clients/discord/types.ts'
import type { ChannelTrouble } from '../../src/domain/home/channel.ts'
import { call, Refusal, type Service } from './outside.ts'
import type { Program } from './program.ts'
import { violate, type World } from './world.ts'

/** A message as it stands in a channel. */
export type Message = {
  readonly id: string
  readonly channelId: string
  readonly nonce: string
  readonly mark: number | undefined
  readonly at: number
  body: unknown
  isDeleted: boolean
}

/** Discord knows a nonce again for "a few minutes": a little more than the program relies on. */
const NONCE_MS = 150_000
const TROUBLE_CODES = { gone: 10003, hidden: 50001, mute: 50013 } as const

const markIn = (body: unknown): number | undefined =>
  (body as { components?: readonly { id?: number }[] }).components?.[0]?.id

/** The channel of the DM with somebody. */
export const dmOf = (userId: string): string => `dm-${userId}`

/** A Discord of channels, messages and direct messages. */
export const createDiscord = (world: World) => {
  const { timeline, random } = world
  const service: Service = { name: 'discord', isDown: false, breaks: undefined, actsLate: false }
  const messages: Message[] = []
  const troubles = new Map<string, ChannelTrouble>()
  /** Who takes no direct messages. */
  const closed = new Set<string>()

  const knock = (channelId: string): void => {
    const trouble = troubles.get(channelId)
    if (trouble !== undefined) {
      throw new Refusal(trouble === 'gone' ? 'not-found' : 'forbidden', { code: TROUBLE_CODES[trouble] })
    }
    if (closed.has(channelId)) throw new Refusal('forbidden', { code: 50007 })
  }

  const send = (channelId: string, body: unknown, nonce: string): { messageId: string } => {
    knock(channelId)
    const earlier = messages.find(
      (one) => one.channelId === channelId && one.nonce === nonce && timeline.elapsed() - one.at < NONCE_MS,
    )
    if (earlier !== undefined) return { messageId: earlier.id }
    const mark = markIn(body)
    const twin = messages.find((one) => one.channelId === channelId && one.mark === mark && !one.isDeleted)
    if (twin !== undefined) violate(world, 'no thing stands twice in a channel', `${channelId} ${twin.id}`)
    const id = `m${messages.length + 1}`
    messages.push({ id, channelId, nonce, mark, at: timeline.elapsed(), body, isDeleted: false })
    return { messageId: id }
  }

  const edit = (channelId: string, messageId: string, body: unknown): void => {
    knock(channelId)
    const message = messages.find(({ id, isDeleted }) => id === messageId && !isDeleted)
    if (message === undefined) throw new Refusal('not-found', { code: 10008 })
    message.body = body
  }

  const open = (userId: string): string => {
    if (random.chance(world.weather.services / 4)) throw new Refusal('rate-limited', { code: 40003 })
    return dmOf(userId)
  }

  const recent = (channelId: string, limit: number): RecentMessage[] => {
    knock(channelId)
    return messages
      .filter((one) => one.channelId === channelId && !one.isDeleted)
      .slice(-limit)
      .reverse()
      .map(({ id, at, mark, body }) => ({
        id,
        authorId: 'usherr',
        sentAt: at,
        customIds: [],
        // An edit takes the mark away: the program's edits carry none.
        ...(mark === undefined || markIn(body) !== mark ? {} : { mark }),
      }))
  }

  const absent = (): never => {
    throw new Error('the simulation has no such call')
  }

  return {
    service,
    messages,
    troubles,
    closed,
    lineOf: (program: () => Program): Discord => {
      const ask = <T>(operation: string, effect: () => T): Promise<T> =>
        call(world, program(), service, operation, effect)
      return {
        send: (channelId, body, nonce) => ask(`send ${channelId}`, () => send(channelId, body, nonce)),
        edit: (channelId, messageId, body) =>
          ask(`edit ${messageId}`, () => edit(channelId, messageId, body)),
        openDm: (userId) => ask(`open a DM with ${userId}`, () => open(userId)),
        recent: (channelId, limit) => ask(`read ${channelId}`, () => recent(channelId, limit)),
        channelTrouble: ({ channelId }) => ask(`look at ${channelId}`, () => troubles.get(channelId)),
        application: absent,
        member: absent,
        guild: absent,
        registerCommands: absent,
        answer: absent,
        editAnswer: absent,
        followUp: absent,
      }
    },
  }
}

export type SimulatedDiscord = ReturnType<typeof createDiscord>
