import { type Catalogue, createSay, type Say } from '../../platform/i18n.ts'
import { en, type TextKey } from './en.ts'

export type SayText = Say<TextKey>

/** The languages that we speak, by Discord's tag. A text that a language lacks is said in English. */
const catalogues: Readonly<Record<string, Partial<Catalogue<TextKey>>>> = { en }

const speakers = new Map<string, SayText>()

const languageOf = (locale: string): string =>
  [locale, locale.split('-')[0] ?? ''].find((tag) => Object.hasOwn(catalogues, tag)) ?? 'en'

/** The speaker for a language tag such as `de` or `en-US`; English for one that we don't speak. */
export const sayIn = (locale: string): SayText => {
  const language = languageOf(locale)
  const known = speakers.get(language)
  if (known !== undefined) return known
  const say = createSay<TextKey>({ ...en, ...catalogues[language] }, language)
  speakers.set(language, say)
  return say
}
