import { escapeMarkdown, shorten } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import type { Accent } from '../kit/accents.ts'
import { button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import {
  hiddenCount,
  type InstanceChoices,
  type InstanceChosen,
  instanceSelects,
} from './instance-selects.ts'
import { APP, type ShownProbe } from './probe.ts'

type Input = Readonly<{
  instance: Readonly<{
    id: string
    kind: 'radarr' | 'sonarr'
    name: string
    url: string
    state: 'draft' | 'ready' | 'removed'
    appVersion?: string
    choices: InstanceChoices
    health: Readonly<{ state: 'unknown' | 'ok' | 'trouble' }>
    webhook: Readonly<{ state: 'pending' | 'ok' | 'failed'; detail?: string }>
  }>
  chosen: InstanceChosen
  publicUrl: string
  /** What a test has just found. */
  probe?: ShownProbe
}>

const failure = (input: Input): string | undefined => {
  const { probe, instance } = input
  if (probe !== undefined) return probe.ok && probe.webhook !== 'reached' ? probe.webhook.failed : undefined
  return instance.webhook.state === 'failed' ? (instance.webhook.detail ?? '') : undefined
}

const hookLines = (input: Input, say: SayText): (string | undefined)[] => {
  const { probe, instance, publicUrl } = input
  const app = APP[instance.kind]
  const said = failure(input)
  if (said !== undefined) {
    return [
      `${SIGNS.trouble} ${say('instance.hook.failed', { url: { markup: publicUrl }, app })}`,
      said === '' ? undefined : small(say('instance.hook.said', { said: shorten(said, 200) })),
    ]
  }
  const reached = probe?.ok === true || instance.webhook.state === 'ok'
  return reached ? [`${SIGNS.done} ${say('instance.hook.ok')}`] : []
}

const testLines = (input: Input, say: SayText): (string | undefined)[] => {
  const { probe, instance } = input
  const app = APP[instance.kind]
  if (probe?.ok === false) {
    const detail = probe.detail === undefined ? 'unknown' : shorten(probe.detail, 150)
    return [`${SIGNS.refused} **${say('instance.failed')}**`, say(`probe.${probe.why}`, { app, detail })]
  }
  const works =
    instance.appVersion === undefined
      ? undefined
      : `${SIGNS.done} ${say('instance.works', { app, version: instance.appVersion })}`
  return [works, ...hookLines(input, say)]
}

const isComplete = ({ chosen }: Input): boolean =>
  chosen.profileId !== undefined && chosen.folder !== undefined

const accentOf = ({ probe, instance }: Input): Accent => {
  if (probe?.ok === false || (probe === undefined && instance.health.state === 'trouble')) return 'refused'
  return instance.state === 'ready' ? 'ready' : 'asking'
}

/** The page of one instance: whether it works, what is chosen, and what can be. */
export const instancePanel = (input: Input, say: SayText): MessageBody => {
  const { instance, chosen, probe } = input
  const { id: instanceId, name, url, state, choices } = instance
  const usable = probe?.ok !== false && choices.profiles.length > 0
  const more = hiddenCount(choices)
  const head = text(
    `## ${escapeMarkdown(name)}`,
    small(`\`${url.replaceAll('`', '')}\` · ${say(state === 'ready' ? 'instance.saved' : 'instance.draft')}`),
    ...testLines(input, say),
    usable ? small(say(isComplete(input) ? 'instance.save-now' : 'instance.choose')) : undefined,
    usable && more > 0 ? small(say('instance.more', { count: more })) : undefined,
  )
  const buttons = row(
    ...(usable
      ? [button(ids.saveInstance.make({ instanceId }), say('instance.save'), 'primary', !isComplete(input))]
      : []),
    button(ids.editInstance.make({ instanceId }), say('instance.edit'), usable ? 'secondary' : 'primary'),
    button(ids.checkInstance.make({ instanceId }), say('instance.check')),
    ...(state === 'ready'
      ? [button(ids.removeInstance.make({ instanceId }), say('instance.remove'), 'danger')]
      : []),
    button(ids.backToSetup.make({}), say('instance.back')),
  )
  return message(accentOf(input), [
    head,
    ...(usable ? instanceSelects(instanceId, choices, chosen, say) : []),
    buttons,
  ])
}

/** What removing an instance would mean, before it is done. */
export const removeInstancePreview = (
  { instanceId, name, waiting }: { instanceId: string; name: string; waiting: number },
  say: SayText,
): MessageBody =>
  message('refused', [
    text(
      `## ${say('remove.heading', { name })}`,
      say('remove.what', { count: waiting }),
      small(say('remove.stays')),
    ),
    row(
      button(
        ids.confirmRemoveInstance.make({ instanceId }),
        say('remove.button', { name: { markup: shorten(name, 60) } }),
        'danger',
      ),
      button(ids.openInstance.make({ instanceId }), say('instance.back')),
    ),
  ])
