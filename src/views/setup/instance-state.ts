import type { Health } from '../../domain/instances/health.ts'
import { markup } from '../../platform/i18n.ts'
import type { Accent } from '../kit/accents.ts'
import { nameOf, oneLine } from '../kit/foreign.ts'
import { small } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { APP, type ShownProbe } from './probe.ts'

/** How an instance is, as last seen: whether it answers, and whether its news reach us. */
export type InstanceState = Readonly<{
  kind: 'radarr' | 'sonarr'
  name: string
  state: 'draft' | 'ready' | 'removed'
  appVersion?: string
  health: Health
  webhook: Readonly<{ state: 'pending' | 'ok' | 'failed'; detail?: string }>
}>

type Input = Readonly<{
  instance: InstanceState
  publicUrl: string
  /** What a test has just found; it counts for more than what was last seen. */
  probe?: ShownProbe
}>

/** "Radarr 4K doesn’t answer", or what else is wrong with it; undefined while nothing is. */
export const ailmentText = (
  { name, health }: Pick<InstanceState, 'name' | 'health'>,
  say: SayText,
  longest = 150,
): string | undefined => {
  if (health.state !== 'trouble') return undefined
  const { ailment, said } = health
  return say(`health.${ailment}`, {
    name: nameOf(name),
    said: oneLine(said ?? '', longest),
    known: markup(said === undefined ? 'no' : 'yes'),
  })
}

const hookFailure = ({ probe, instance }: Input): string | undefined => {
  if (probe !== undefined) return probe.ok && probe.webhook !== 'reached' ? probe.webhook.failed : undefined
  return instance.webhook.state === 'failed' ? (instance.webhook.detail ?? '') : undefined
}

const hookLines = (input: Input, say: SayText): (string | undefined)[] => {
  const { probe, instance, publicUrl } = input
  const said = hookFailure(input)
  if (said !== undefined) {
    const app = APP[instance.kind]
    return [
      `${SIGNS.trouble} ${say('instance.hook.failed', { url: markup(publicUrl), app })}`,
      said === '' ? undefined : small(say('instance.hook.said', { said: oneLine(said, 200) })),
    ]
  }
  const reached = probe?.ok === true || instance.webhook.state === 'ok'
  return reached ? [`${SIGNS.done} ${say('instance.hook.ok')}`] : []
}

/** Whether it works, in lines. */
export const stateLines = (input: Input, say: SayText): (string | undefined)[] => {
  const { probe, instance } = input
  const app = APP[instance.kind]
  if (probe?.ok === false) {
    const detail = oneLine(probe.detail ?? '', 150)
    return [`${SIGNS.refused} **${say('instance.failed')}**`, say(`probe.${probe.why}`, { app, detail })]
  }
  const { health } = instance
  // A test that went well says nothing of what was chosen.
  if (health.state === 'trouble') {
    return [
      `${SIGNS.trouble} **${ailmentText(instance, say)}.**`,
      say(`mend.${health.ailment}`),
      ...hookLines(input, say),
    ]
  }
  if (instance.appVersion === undefined) return hookLines(input, say)
  const works = say('instance.works', { app, version: oneLine(instance.appVersion, 30) })
  return [`${SIGNS.done} ${works}`, ...hookLines(input, say)]
}

export const stateAccent = ({ probe, instance }: Input): Accent => {
  if (probe?.ok === false || instance.health.state === 'trouble') return 'refused'
  return instance.state === 'ready' ? 'ready' : 'asking'
}
