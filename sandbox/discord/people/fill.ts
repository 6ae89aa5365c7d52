import { InteractionType, ComponentType as Type } from 'discord-api-types/v10'
import type { Place } from '../interactions/envelope.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { type Picked, resolved } from '../interactions/resolved.ts'
import { send } from '../interactions/send.ts'
import { keepFile } from '../messages/attachments.ts'
import { type Part, textIn } from '../messages/parts.ts'
import type { Service } from '../service.ts'
import type { Account } from '../world/world.ts'
import type { Modal } from './answer.ts'
import { merge, type Upload } from './options.ts'
import { type Pick, pick, preset } from './pick.ts'

/** What somebody enters into a field of a form. */
export type Entry = string | boolean | Pick | readonly Pick[] | readonly Upload[]

type Desk = { service: Service; place: Place; user: string }
type Submitted = { body: Record<string, unknown>; picked: Picked }

const isUploads = (entry: Entry): entry is readonly Upload[] =>
  Array.isArray(entry) && entry.every((one) => typeof one === 'object' && 'bytes' in one)

const picks = (entry: Entry | undefined, part: Part): readonly Pick[] => {
  if (entry === undefined) return preset(part)
  if (Array.isArray(entry)) return entry as readonly Pick[]
  if (typeof entry === 'boolean') throw new Error('A choice was expected, not yes or no')
  return entry === '' ? [] : [entry as Pick]
}

const enterText = (part: Part, entry: Entry | undefined): Submitted => {
  const value = entry ?? textIn(part, 'value')
  if (typeof value !== 'string') throw new Error('This field takes text')
  const least = typeof part.min_length === 'number' ? part.min_length : 0
  const most = typeof part.max_length === 'number' ? part.max_length : 4_000
  if (value === '' && part.required !== false) throw new Error('This field must be filled in')
  if (value !== '' && (value.length < least || value.length > most)) {
    throw new Error(`${value.length} characters were entered, ${least} to ${most} may be`)
  }
  return { body: { value }, picked: {} }
}

const uploadFiles = ({ service, place }: Desk, part: Part, entry: Entry | undefined): Submitted => {
  const uploads = entry === undefined ? [] : isUploads(entry) ? entry : undefined
  if (!uploads) throw new Error('This field takes files')
  if (uploads.length === 0 && part.required !== false) throw new Error('This field must be filled in')
  if (uploads.length > Number(part.max_values ?? 1)) throw new Error('These are too many files')
  const attachments = uploads.map((one) =>
    keepFile(service, place.channel.id, { type: 'application/octet-stream', ...one }),
  )
  return { body: { values: attachments.map(({ id }) => id) }, picked: { attachments } }
}

const enter = (desk: Desk, part: Part, entry: Entry | undefined): Submitted => {
  if (part.type === Type.TextInput) return enterText(part, entry)
  if (part.type === Type.FileUpload) return uploadFiles(desk, part, entry)
  if (part.type === Type.Checkbox) {
    return { body: { value: entry === undefined ? part.default === true : entry === true }, picked: {} }
  }
  const { service, place, user } = desk
  const { values, picked } = pick(service.world, place, user, part, picks(entry, part))
  return part.type === Type.RadioGroup
    ? { body: { value: values[0] ?? null }, picked }
    : { body: { values }, picked }
}

/** A field with its label, or (without a part) text that stands between the fields. */
type Field = { name: string; part?: Part; wrap: (body: unknown) => unknown }

const fieldsOf = (top: Part): Field[] => {
  const { type, id } = top
  if (type === Type.TextDisplay) return [{ name: '', wrap: () => ({ type, id }) }]
  if (type === Type.Label && top.component) {
    return [
      { name: textIn(top, 'label'), part: top.component, wrap: (component) => ({ type, id, component }) },
    ]
  }
  return (top.components ?? []).map((part) => ({
    name: textIn(part, 'label'),
    part,
    wrap: (component) => ({ type, id, components: [component] }),
  }))
}

const named = <T>(name: string, run: () => T): T => {
  try {
    return run()
  } catch (error) {
    throw new Error(`"${name}": ${error instanceof Error ? error.message : error}`)
  }
}

const enterAll = (desk: Desk, fields: readonly Field[], entries: Record<string, Entry>) => {
  const names = fields.flatMap(({ name, part }) => (part ? [name, part.custom_id ?? ''] : []))
  const unknown = Object.keys(entries).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`The form has no field "${unknown}"; it has ${names.join(', ')}`)
  let picked: Picked = {}
  const components = fields.map(({ name, part, wrap }) => {
    if (!part) return wrap(undefined)
    const entry = entries[name] ?? entries[part.custom_id ?? '']
    const submitted = named(name, () => enter(desk, part, entry))
    picked = merge(picked, submitted.picked)
    return wrap({ type: part.type, id: part.id, custom_id: part.custom_id, ...submitted.body })
  })
  return { components, picked }
}

/** Fills in a form by its labels and submits it. What is not named keeps what it showed. */
export const submit = (
  service: Service,
  account: Account,
  modal: Modal,
  entries: Record<string, Entry>,
  place: Place,
): Interaction => {
  const desk = { service, place, user: account.user.id }
  const { components, picked } = enterAll(desk, modal.components.flatMap(fieldsOf), entries)
  const bodies = resolved(service.world, place.guild, account.user.id, picked)
  const { source, command, owners } = modal.interaction
  return send(service, {
    kind: InteractionType.ModalSubmit,
    place,
    account,
    owners,
    data: { custom_id: modal.custom_id, components, ...(bodies ? { resolved: bodies } : {}) },
    command,
    source,
  })
}
