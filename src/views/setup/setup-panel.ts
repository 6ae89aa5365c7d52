import {
  type ButtonBuilder,
  ChannelSelectMenuBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
} from '@discordjs/builders'
import { ChannelType } from 'discord-api-types/v10'
import { type ChannelTrouble, PLACES, type Place } from '../../domain/home/channel.ts'
import type { Health } from '../../domain/instances/health.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { nameOf, oneLine } from '../kit/foreign.ts'
import { button, line, type MessageBody, message, row, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { ailmentText } from './instance-state.ts'

type Server = Readonly<{ machineId: string; name: string }>

/** An instance as a line shows it. */
export type ShownInstance = Readonly<{
  kind: 'radarr' | 'sonarr'
  name: string
  health: Health
  webhook: Readonly<{ state: 'pending' | 'ok' | 'failed' }>
}>

type Input = Readonly<{
  home: Readonly<{
    adminChannel?: string
    requestChannel?: string
    /** Why nothing can be written there. */
    adminTrouble?: ChannelTrouble
    requestTrouble?: ChannelTrouble
    approverRole?: string
  }>
  plex: Readonly<{ account?: string; server?: Server; servers: readonly Server[] }>
  instances: readonly (ShownInstance & Readonly<{ id: string }>)[]
  /** The kinds that can be added. */
  kinds: readonly ('radarr' | 'sonarr')[]
}>

const MOST_BUTTONS = 5
/** As many as leave the panel within the 40 components of a message. */
const MOST_INSTANCES = 15

const checked = (done: boolean, words: string): string => `${done ? SIGNS.done : SIGNS.open} ${words}`

const channelAt = ({ home }: Input, place: Place) =>
  place === 'admin'
    ? { id: home.adminChannel, trouble: home.adminTrouble }
    : { id: home.requestChannel, trouble: home.requestTrouble }

const channelStep = (input: Input, say: SayText): string | undefined => {
  for (const place of PLACES) {
    const { id, trouble } = channelAt(input, place)
    if (id === undefined) return say(`setup.next.${place}-channel`)
    if (trouble === undefined) continue
    return say(`setup.next.${trouble}`, { channel: markup(`<#${id}>`), place: markup(place) })
  }
  return undefined
}

const channelLine = (input: Input, place: Place, say: SayText): string => {
  const { id, trouble } = channelAt(input, place)
  const label = `setup.${place}-channel` as const
  if (id === undefined) return checked(false, say(label, { value: markup(say('setup.none')) }))
  const channel = markup(`<#${id}>`)
  if (trouble === undefined) return checked(true, say(label, { value: channel }))
  return `${SIGNS.trouble} ${say(label, { value: markup(say(`setup.channel.${trouble}`, { channel })) })}`
}

const isWell = ({ health, webhook }: Input['instances'][number]): boolean =>
  health.state !== 'trouble' && webhook.state !== 'failed'

/** What is missing or broken, the most needed first. */
const nextStep = (input: Input, say: SayText): string | undefined => {
  const { plex, instances } = input
  const channel = channelStep(input, say)
  if (channel !== undefined) return channel
  if (plex.account === undefined) return say('setup.next.plex')
  if (plex.server === undefined) return say('setup.next.plex-server')
  if (instances.length === 0) return say('setup.next.radarr')
  const ill = instances.find((instance) => !isWell(instance))
  return ill && say('setup.next.instance', { name: nameOf(ill.name) })
}

const plexLine = ({ plex }: Input, say: SayText): string => {
  const { account, server } = plex
  if (account === undefined) return checked(false, say('setup.plex.none'))
  if (server === undefined) return checked(false, say('setup.plex.choose', { account: nameOf(account) }))
  return checked(true, say('setup.plex', { account: nameOf(account), server: nameOf(server.name) }))
}

/** Whether an instance works, in a line. */
export const instanceLine = (instance: ShownInstance, say: SayText, longest?: number): string => {
  const { webhook } = instance
  const name = nameOf(instance.name)
  const ailment = ailmentText(instance, say, longest)
  if (ailment !== undefined) return `${SIGNS.trouble} ${ailment}`
  if (webhook.state === 'failed') return `${SIGNS.trouble} ${say('setup.instance.hook', { name })}`
  return webhook.state === 'ok'
    ? checked(true, say('setup.instance.ok', { name }))
    : `${SIGNS.waiting} ${say('setup.instance.pending', { name })}`
}

const present = (input: Input, say: SayText): string[] => {
  const { approverRole } = input.home
  return [
    ...PLACES.map((place) => channelLine(input, place, say)),
    approverRole === undefined
      ? checked(true, say('setup.approver-role.none'))
      : checked(true, say('setup.approver-role', { value: markup(`<@&${approverRole}>`) })),
    plexLine(input, say),
    ...input.instances.slice(0, MOST_INSTANCES).map((instance) => instanceLine(instance, say)),
    ...(input.instances.length > MOST_INSTANCES
      ? [say('setup.instance.more', { count: input.instances.length - MOST_INSTANCES })]
      : []),
  ]
}

const channelSelect = (
  customId: string,
  placeholder: string,
  { id, trouble }: ReturnType<typeof channelAt>,
) =>
  new ChannelSelectMenuBuilder()
    .setCustomId(customId)
    .setPlaceholder(placeholder)
    .setChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement)
    .setMinValues(0)
    .setDefaultChannels(id === undefined || trouble === 'gone' ? [] : [id])

const selects = (input: Input, say: SayText) => {
  const { approverRole } = input.home
  const { plex } = input
  const admin = say('setup.select.admin-channel')
  const request = say('setup.select.request-channel')
  const rows = [
    row(channelSelect(ids.setupAdminChannel.make({}), admin, channelAt(input, 'admin'))),
    row(channelSelect(ids.setupRequestChannel.make({}), request, channelAt(input, 'request'))),
    row(
      new RoleSelectMenuBuilder()
        .setCustomId(ids.setupApproverRole.make({}))
        .setPlaceholder(say('setup.select.approver-role'))
        .setMinValues(0)
        .setDefaultRoles(approverRole === undefined ? [] : [approverRole]),
    ),
  ]
  // With one server there is nothing to choose, unless it isn't chosen.
  if (plex.servers.length < (plex.server === undefined ? 1 : 2)) return rows
  const options = plex.servers.slice(0, 25).map(({ machineId, name }) => ({
    label: oneLine(name, 100),
    value: machineId.slice(0, 100),
    default: machineId === plex.server?.machineId,
  }))
  const servers = new StringSelectMenuBuilder()
    .setCustomId(ids.setupPlexServer.make({}))
    .setPlaceholder(say('setup.select.plex-server'))
    .addOptions(options)
  return [...rows, row(servers)]
}

const buttons = (input: Input, say: SayText) => {
  const { plex, instances, kinds } = input
  const isNext = (what: 'plex' | 'instance') =>
    channelStep(input, say) === undefined &&
    (plex.account === undefined ? what === 'plex' : what === 'instance' && instances.length === 0)
  const doing: ButtonBuilder[] = [
    button(ids.setupPlex.make({}), say('setup.button.plex'), isNext('plex') ? 'primary' : 'secondary'),
    ...kinds.map((kind) =>
      button(
        ids.addInstance.make({ kind }),
        say(`setup.button.${kind}`),
        isNext('instance') && kind === kinds[0] ? 'primary' : 'secondary',
      ),
    ),
    button(ids.setupApprovals.make({}), say('setup.button.approvals')),
  ]
  const opening = instances
    .slice(0, MOST_INSTANCES)
    .map((instance) => button(ids.openInstance.make({ instanceId: instance.id }), nameOf(instance.name)))
  const rows = [row(...doing)]
  for (let from = 0; from < opening.length; from += MOST_BUTTONS)
    rows.push(row(...opening.slice(from, from + MOST_BUTTONS)))
  return rows
}

/** The one panel of `/setup`: what is set now, what comes next, and everything that can be changed. */
export const setupPanel = (input: Input, say: SayText): MessageBody => {
  const next = nextStep(input, say)
  const isConnecting = input.instances.some(({ webhook }) => webhook.state === 'pending')
  const ready = say(isConnecting ? 'setup.ready.soon' : 'setup.ready')
  const status = next === undefined ? ready : say('setup.next', { what: markup(next) })
  const settled = next === undefined ? 'ready' : 'asking'
  const isTroubled = PLACES.some((place) => channelAt(input, place).trouble !== undefined)
  return message(!isTroubled && input.instances.every(isWell) ? settled : 'refused', [
    text(`## ${say('setup.heading')}`, ...present(input, say)),
    text(status),
    line(),
    ...selects(input, say),
    ...buttons(input, say),
  ])
}
