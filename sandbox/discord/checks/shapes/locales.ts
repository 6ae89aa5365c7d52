import { Locale } from 'discord-api-types/v10'
import { z } from 'zod'
import { maybe } from './kit.ts'

/** The same text in other languages; Discord knows only some. */
export const translations = <T extends z.ZodType>(translated: T) =>
  maybe(z.partialRecord(z.enum(Locale), translated))
