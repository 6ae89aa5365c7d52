import { ComponentType } from 'discord-api-types/v10'
import { z } from 'zod'
import { maybe, whole } from './kit.ts'

const ID = { least: 0, most: 2 ** 31 - 1 }

/** One kind of component, with the fields that it may have. */
export const component = <T extends ComponentType, F extends z.ZodRawShape>(type: T, fields: F) =>
  z.strictObject({ type: z.literal(type), id: maybe(whole(ID)), ...fields })

const nameOf = (type: unknown): string => {
  // By value, since the other way round gives the name of an alias.
  const [name] = Object.entries(ComponentType).find(([, value]) => value === type) ?? []
  return name ? `${name.replace(/\B[A-Z]/g, ' $&').toLowerCase()} (${type})` : String(type)
}

type Kind = z.core.$ZodTypeDiscriminable & z.ZodObject<{ type: z.ZodLiteral<ComponentType> }>

/** Any of these components. The type is looked at first, so that what is wrong is said about the right one. */
export const oneOf = <const K extends readonly [Kind, ...Kind[]]>(...kinds: K) => {
  const allowed = kinds.map(({ shape }) => nameOf(shape.type.value)).join(', ')
  return z.discriminatedUnion('type', kinds, {
    error: ({ code, input }) =>
      code === 'invalid_union'
        ? `Only these can stand here: ${allowed}; not ${nameOf((input as { type?: unknown }).type)}.`
        : undefined,
  })
}
