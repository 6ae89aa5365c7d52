import type { FormPart, Offer } from '../../protocol.ts'
import type { ListOption } from '../elements/option-list.ts'
import { avatarUrl } from '../picture.ts'

type Option = {
  label: string
  value: string
  description?: string
  emoji?: { name?: string }
  default?: boolean
}

const SIGNS = { user: '', role: '@', channel: '#' } as const

const ofOffer =
  (preset: readonly string[]) =>
  ({ value, label, kind }: Offer): ListOption => ({
    value,
    label: `${SIGNS[kind]}${label}`,
    chosen: preset.includes(value),
    ...(kind === 'user' ? { picture: avatarUrl(value) } : {}),
  })

/** What a select offers: its own options, or what it fills itself with. */
export const optionsOf = (part: FormPart, fill: readonly Offer[] | undefined): ListOption[] => {
  if (fill) {
    const preset = Array.isArray(part.default_values) ? part.default_values : []
    return fill.map(ofOffer(preset.map(({ id }: { id: string }) => id)))
  }
  return (Array.isArray(part.options) ? part.options : []).map((option: Option) => ({
    value: option.value,
    label: option.label,
    description: option.description,
    emoji: option.emoji?.name,
    chosen: option.default === true,
  }))
}
