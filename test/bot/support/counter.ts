import type { DispatchDeps } from '../../../src/bot/dispatch.ts'
import { dispatch } from '../../../src/bot/dispatch.ts'
import type { FirstAnswer, Line } from '../../../src/bot/responder.ts'
import type { Command, Component, Modal } from '../../../src/commands/define.ts'
import type { CommandDeps } from '../../../src/commands/ports.ts'
import type { Db } from '../../../src/db/connect.ts'
import type { Member } from '../../../src/domain/people/actor.ts'
import { createLogger, createScrubber } from '../../../src/platform/logger.ts'
import { createMetrics } from '../../../src/platform/metrics.ts'
import type { MessageBody } from '../../../src/views/kit/message.ts'
import { desk } from '../../actions/support/desk.ts'

/** What went out to Discord for one interaction, in order. */
export type Said = Readonly<
  { how: 'first'; body: FirstAnswer } | { how: 'edit' | 'followUp'; body: MessageBody }
>

const absent = () => {
  throw new Error('no test asked for this')
}

/** What commands may reach: a database, and nothing outside. */
export const commandDeps = (db: Db, more: Partial<CommandDeps> = {}): CommandDeps => ({
  ...desk(db),
  vault: { seal: absent, open: absent },
  titles: { search: async () => [], details: async () => undefined, episodes: async () => [] },
  existence: async () => 'unknown',
  showFacts: async () => undefined,
  plex: { createPin: absent },
  plexList: { add: absent, remove: absent },
  probe: absent,
  hookOf: absent,
  imageUrl: 'https://images.test',
  publicUrl: 'http://usherr.test',
  claimCode: 'code',
  program: { version: '1.2.3', startedAt: 0 },
  ...more,
})

export type Modules = Readonly<{
  commands?: readonly Command[]
  components?: readonly Component[]
  modals?: readonly Modal[]
}>

const never = () => new Promise<void>(() => undefined)

/** The front door for tests, with what it logged. Nobody's patience runs out unless a test says so. */
export const openCounter = (db: Db, modules: Modules = {}, more: Partial<DispatchDeps> = {}) => {
  const lines: Record<string, unknown>[] = []
  const log = createLogger({ level: 'info', format: 'json' }, createScrubber(), {
    write: (line) => void lines.push(JSON.parse(line)),
  })
  const { commands = [], components = [], modals = [] } = modules
  const deps: DispatchDeps = {
    commands: commandDeps(db),
    registry: {
      commands: new Map(commands.map((command) => [command.data.name, command])),
      components: new Map(components.map((component) => [component.id, component])),
      modals: new Map(modals.map((modal) => [modal.id, modal])),
    },
    owners: new Set(['307']),
    askMember: async () => undefined,
    log,
    metrics: createMetrics(async () => 0),
    patience: never,
    ...more,
  }
  /** Takes an interaction through, and tells what went out. `broken` is what Discord answers instead of taking it. */
  const take = async (
    given: unknown,
    broken?: (how: Said['how'], count: number) => void,
  ): Promise<Said[]> => {
    const said: Said[] = []
    const speak = (how: Said['how']) => async (body: FirstAnswer | MessageBody) => {
      broken?.(how, said.length)
      said.push({ how, body } as Said)
    }
    const line: Line = { first: speak('first'), edit: speak('edit'), followUp: speak('followUp') }
    await dispatch(deps, given, () => line)
    return said
  }
  return { take, lines, deps }
}

let counted = 0

/** An interaction as Discord sends it, by somebody; in a DM when they have no guild. */
export const interactionBy = (who: Member, more: Record<string, unknown>): Record<string, unknown> => {
  const user = { id: who.discordId, username: 'somebody', global_name: null }
  const permissions = who.managesGuild ? String(1n << 5n) : '2048'
  return {
    id: String(7_000_000 + ++counted),
    application_id: '1',
    version: 1,
    token: 'answer-token',
    locale: who.locale,
    ...(who.guildId === undefined
      ? { user }
      : { guild_id: who.guildId, member: { user, roles: who.roles, permissions } }),
    ...more,
  }
}

export const slash = (who: Member, name: string, options: Record<string, unknown> = {}) =>
  interactionBy(who, {
    type: 2,
    data: {
      id: '1',
      type: 1,
      name,
      options: Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value })),
    },
  })

export const press = (who: Member, customId: string, values?: readonly string[]) =>
  interactionBy(who, {
    type: 3,
    message: { id: '55', channel_id: '401', flags: 0 },
    data: { custom_id: customId, component_type: 2, ...(values === undefined ? {} : { values }) },
  })

export const fill = (who: Member, customId: string, fields: Record<string, string>) =>
  interactionBy(who, {
    type: 5,
    data: {
      custom_id: customId,
      components: Object.entries(fields).map(([id, value]) => ({
        type: 18,
        component: { type: 4, custom_id: id, value },
      })),
    },
  })

export const typing = (who: Member, name: string, text: string) =>
  interactionBy(who, {
    type: 4,
    data: { id: '1', name, type: 1, options: [{ name: 'title', type: 3, value: text, focused: true }] },
  })

/** All the words of a message. */
export const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).join(' ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, inner]) => (key === 'content' ? String(inner) : wordsOf(inner)))
    .join(' ')
}
