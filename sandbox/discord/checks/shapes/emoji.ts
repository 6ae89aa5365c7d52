import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { isGiven, keeping, maybe, type Rule, snowflake, text } from './kit.ts'

// Discord also takes pictographs that lack the variation selector which would make them colourful.
const UNICODE = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v

type Emoji = { id?: string | null | undefined; name?: string | null | undefined }

const isOneThatExists: Rule<Emoji> = ({ id, name }) =>
  isGiven(id) || (isGiven(name) && UNICODE.test(name))
    ? []
    : [{ where: 'name', why: 'Must be a single Unicode emoji, as there is no id of an emoji of Discord’s.' }]

/** The emoji on a button or an option. */
export const emoji = keeping(
  z.strictObject({ id: maybe(snowflake), name: maybe(text(LIMITS.emoji)), animated: maybe(z.boolean()) }),
  isOneThatExists,
)
