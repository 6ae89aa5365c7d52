import { escapeMarkdown, markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { nameOf, oneLine } from '../kit/foreign.ts'
import { anyText, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import type { SayText } from '../texts/say.ts'
import {
  hiddenLine,
  type InstanceChoices,
  type InstanceChosen,
  type InstanceOptions,
  instanceOptions,
  instanceSelects,
  labelledOptions,
} from './instance-selects.ts'
import { type InstanceState, stateAccent, stateLines } from './instance-state.ts'
import type { ShownProbe } from './probe.ts'

type Input = Readonly<{
  instance: InstanceState & Readonly<{ id: string; url: string; choices: InstanceChoices }>
  chosen: InstanceChosen
  publicUrl: string
  /** What a test has just found. */
  probe?: ShownProbe
}>

/** What is set now, because a select that holds a choice no longer shows what it is for. */
const chosenLines = (options: InstanceOptions, say: SayText): string[] =>
  labelledOptions(options, say).flatMap(([what, list]) => {
    const labels = list.filter((option) => option.default).map(({ label }) => label)
    return labels.length === 0 ? [] : [small(`${what}: ${escapeMarkdown(oneLine(labels.join(', '), 200))}`)]
  })

/** The page of one instance: whether it works, what is chosen, and what can be. */
export const instancePanel = (input: Input, say: SayText): MessageBody => {
  const { instance, chosen, probe } = input
  const { id: instanceId, name, url, state, choices } = instance
  const options = instanceOptions(instance.kind, choices, chosen, say)
  const isUsable = probe?.ok !== false && choices.profiles.length > 0 && choices.folders.length > 0
  // What was chosen once may be gone from what is offered now.
  const isComplete = [options.profiles, options.folders].every((list) => list.some((one) => one.default))
  const next = state === 'ready' ? 'instance.save.again' : 'instance.save.now'
  const head = text(
    `## ${escapeMarkdown(nameOf(name))}`,
    small(
      `\`${oneLine(url.replaceAll('`', ''), 400)}\` · ${say(state === 'ready' ? 'instance.saved' : 'instance.draft')}`,
    ),
  )
  const choosing = [
    anyText(...chosenLines(options, say), hiddenLine(options, say)),
    text(say(isComplete ? next : 'instance.choose')),
    ...instanceSelects(instanceId, options, say),
  ]
  const buttons = row(
    ...(isUsable
      ? [button(ids.saveInstance.make({ instanceId }), say('instance.save'), 'primary', !isComplete)]
      : []),
    button(ids.editInstance.make({ instanceId }), say('instance.edit'), isUsable ? 'secondary' : 'primary'),
    button(ids.checkInstance.make({ instanceId }), say('instance.check')),
    ...(state === 'ready'
      ? [button(ids.removeInstance.make({ instanceId }), say('instance.remove'), 'danger')]
      : []),
    button(ids.backToSetup.make({}), say('instance.back')),
  )
  return message(stateAccent(input), [
    head,
    anyText(...stateLines(input, say)),
    ...(isUsable ? choosing : []),
    buttons,
  ])
}

/** What removing an instance would mean, before it is done: `waiting` requests are under way there. */
export const removeInstancePreview = (
  { instanceId, name, waiting }: { instanceId: string; name: string; waiting: number },
  say: SayText,
): MessageBody =>
  message('refused', [
    text(
      `## ${say('remove.heading', { name: nameOf(name) })}`,
      say('remove.what', { count: waiting }),
      small(say('remove.stays')),
    ),
    row(
      button(
        ids.confirmRemoveInstance.make({ instanceId }),
        say('remove.button', { name: markup(nameOf(name)) }),
        'danger',
      ),
      button(ids.openInstance.make({ instanceId }), say('instance.back')),
    ),
  ])
