import { z } from 'zod'

/** Discord's numbers for the kinds of interaction that we take. */
export const COMMAND = 2
export const COMPONENT = 3
export const AUTOCOMPLETE = 4
export const MODAL = 5

const id = z.string().regex(/^\d{1,20}$/)
const user = z.object({ id })

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})

const field = z.object({
  custom_id: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
})

/** A modal's input sits in a label (type 18), or in a row as in older clients. */
const line = z.object({ component: field.optional(), components: z.array(field).optional() })

/** All that is read of an interaction, whichever way it came. */
export const interaction = z.object({
  id,
  application_id: id,
  type: z.union([z.literal(COMMAND), z.literal(COMPONENT), z.literal(AUTOCOMPLETE), z.literal(MODAL)]),
  token: z.string().min(1),
  guild_id: id.optional(),
  locale: z.string().default('en-US'),
  member: z.object({ user, roles: z.array(id), permissions: z.string().regex(/^\d+$/) }).optional(),
  user: user.optional(),
  message: z.object({ id, channel_id: id.optional(), flags: z.number().optional() }).optional(),
  data: z.object({
    name: z.string().optional(),
    options: z.array(option).optional(),
    custom_id: z.string().optional(),
    values: z.array(z.string()).optional(),
    components: z.array(line).optional(),
  }),
})

export type Interaction = z.infer<typeof interaction>

/** The options of a command by name. */
export const optionsOf = ({ data }: Interaction): Record<string, unknown> =>
  Object.fromEntries((data.options ?? []).map(({ name, value }) => [name, value]))

/** What is being typed right now. */
export const focusedOf = ({ data }: Interaction): string =>
  String(data.options?.find((given) => given.focused)?.value ?? '')

/** What was filled into a modal, by custom id. */
export const fieldsOf = ({ data }: Interaction): Record<string, string | string[]> =>
  Object.fromEntries(
    (data.components ?? [])
      .flatMap(({ component, components }) => (component === undefined ? (components ?? []) : [component]))
      .map(({ custom_id, value, values }) => [custom_id, values ?? value ?? '']),
  )
