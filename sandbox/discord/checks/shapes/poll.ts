import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { emoji } from './emoji.ts'
import { list, maybe, text, whole } from './kit.ts'

const { poll: limits } = LIMITS

const answer = z.strictObject({
  poll_media: z.strictObject({ text: maybe(text(limits.answer)), emoji: maybe(emoji) }),
})

export const poll = z.strictObject({
  question: z.strictObject({ text: text(limits.question) }),
  answers: list(answer, limits.answers),
  duration: maybe(whole(limits.hours)),
  allow_multiselect: maybe(z.boolean()),
  layout_type: maybe(z.int()),
})
