import { type Catalogue, createSay, type Say } from '../../platform/i18n.ts'
import { en, type TextKey } from './en.ts'

export type SayText = Say<TextKey>

/** The languages that we speak, by Discord's tag. A text that a language lacks is said in English. */
const catalogues: Readonly<Record<string, Partial<Catalogue<TextKey>>>> = { en }

const speakers = new Map<string, SayText>()

/** The speaker for a language tag such as `de` or `en-US`. */
export const sayIn = (locale: string): SayText => {
  const known = speakers.get(locale)
  if (known !== undefined) return known
  const texts = catalogues[locale] ?? catalogues[locale.split('-')[0] ?? '']
  const say = createSay<TextKey>({ ...en, ...texts }, texts === undefined ? 'en' : locale)
  speakers.set(locale, say)
  return say
}
