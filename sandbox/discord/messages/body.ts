import { z } from 'zod'
import { InvalidForm } from '../rest/errors.ts'
import type { Part } from './parts.ts'

const part: z.ZodType<Part> = z.lazy(() =>
  z.looseObject({
    type: z.int(),
    id: z.int().optional(),
    custom_id: z.string().optional(),
    components: z.array(part).optional(),
    component: part.optional(),
    accessory: part.optional(),
  }),
)

const ids = z.array(z.string()).optional()

const allowedMentions = z.looseObject({
  parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
  users: ids,
  roles: ids,
})

const messageFields = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(z.looseObject({})).nullish(),
  components: z.array(part).nullish(),
  flags: z.int().nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([z.string().max(25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  allowed_mentions: allowedMentions.nullish(),
  poll: z.looseObject({}).nullish(),
  sticker_ids: z.array(z.string()).nullish(),
  message_reference: z
    .looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().optional() })
    .nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.int()]).transform(String),
        filename: z.string().optional(),
        description: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** What a message is made of, as far as the stand-in looks at it. Lengths and counts are the checks' affair. */
export type MessageFields = z.infer<typeof messageFields>
export type AllowedMentions = z.infer<typeof allowedMentions>

/** Reads a request body with a schema; what doesn't fit is answered with 50035. */
export const read = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const result = schema.safeParse(body ?? {})
  if (result.success) return result.data
  throw new InvalidForm(
    result.error.issues.map(({ path, message }) => ({ where: path.join('.'), why: message })),
  )
}

export const readMessage = (body: unknown): MessageFields => read(messageFields, body)

const modalFields = z.object({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(part),
})
export type ModalFields = z.infer<typeof modalFields>
export const readModal = (body: unknown): ModalFields => read(modalFields, body)
