import { ComponentType, TextInputStyle } from 'discord-api-types/v10'
import { html, nothing, type TemplateResult } from 'lit'
import type { Entry, Fills, FormPart } from '../../protocol.ts'
import { optionsOf } from '../message/options.ts'

/** A form while it is filled in: what was entered so far, by custom id. */
type Filling = {
  fills: Fills
  entries: Readonly<Record<string, Entry>>
  enter(id: string, entry: Entry): void
}

type Choice = { value: string; label: string; description?: string; default?: boolean }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const idOf = (part: FormPart): string => text(part.custom_id)
const choices = (part: FormPart): Choice[] => (Array.isArray(part.options) ? part.options : [])
const presets = (part: FormPart): string[] =>
  choices(part)
    .filter((one) => one.default)
    .map(({ value }) => value)

const textInput = (part: FormPart, name: string, { entries, enter }: Filling): TemplateResult => {
  const id = idOf(part)
  const value = text(entries[id] ?? part.value)
  const type = (event: Event) => enter(id, (event.target as HTMLInputElement).value)
  const most = Number(part.max_length ?? 4_000)
  return Number(part.style) === TextInputStyle.Paragraph
    ? html`<textarea
          aria-label=${name}
          rows="4"
          maxlength=${most}
          placeholder=${text(part.placeholder)}
          .value=${value}
          @input=${type}
        ></textarea
        ><span class="left" aria-hidden="true">${most - value.length}</span>`
    : html`<input
        type="text"
        autocomplete="off"
        aria-label=${name}
        maxlength=${most}
        placeholder=${text(part.placeholder)}
        .value=${value}
        @input=${type}
      />`
}

const select = (part: FormPart, name: string, { fills, enter }: Filling): TemplateResult => {
  const id = idOf(part)
  return html`<sandbox-select
    .options=${optionsOf(part, fills[id])}
    .name=${name}
    .placeholder=${text(part.placeholder) || 'Make a selection'}
    .least=${part.required === false ? 0 : Number(part.min_values ?? 1)}
    .most=${Number(part.max_values ?? 1)}
    @chosen=${(event: CustomEvent<readonly string[]>) => enter(id, event.detail)}
  ></sandbox-select>`
}

const choice = (one: Choice, input: TemplateResult): TemplateResult =>
  html`<label class="choice"
    >${input}<span>${one.label}${one.description ? html`<small>${one.description}</small>` : nothing}</span></label
  >`

const radios = (part: FormPart, { entries, enter }: Filling): TemplateResult[] => {
  const id = idOf(part)
  const [chosen] = (entries[id] ?? presets(part)) as readonly string[]
  return choices(part).map((one) =>
    choice(
      one,
      html`<input
        type="radio"
        name=${id}
        .checked=${chosen === one.value}
        @change=${() => enter(id, [one.value])}
      />`,
    ),
  )
}

const checkboxes = (part: FormPart, { entries, enter }: Filling): TemplateResult[] => {
  const id = idOf(part)
  const chosen = (entries[id] ?? presets(part)) as readonly string[]
  const toggle = (value: string) =>
    enter(id, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return choices(part).map((one) =>
    choice(
      one,
      html`<input type="checkbox" .checked=${chosen.includes(one.value)} @change=${() => toggle(one.value)} />`,
    ),
  )
}

const checkbox = (part: FormPart, name: string, { entries, enter }: Filling): TemplateResult => {
  const id = idOf(part)
  return html`<input
    type="checkbox"
    aria-label=${name}
    .checked=${(entries[id] ?? part.default) === true}
    @change=${(event: Event) => enter(id, (event.target as HTMLInputElement).checked)}
  />`
}

/** What is filled in under one label. */
export const field = (
  part: FormPart,
  name: string,
  filling: Filling,
): TemplateResult | readonly TemplateResult[] => {
  switch (part.type) {
    case ComponentType.TextInput:
      return textInput(part, name, filling)
    case ComponentType.RadioGroup:
      return radios(part, filling)
    case ComponentType.CheckboxGroup:
      return checkboxes(part, filling)
    case ComponentType.Checkbox:
      return checkbox(part, name, filling)
    case ComponentType.FileUpload:
      return html`<p class="unknown">Files cannot be handed in here.</p>`
    default:
      return select(part, name, filling)
  }
}
