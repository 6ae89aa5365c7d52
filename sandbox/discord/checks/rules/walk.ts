/** A component of whatever type, as far as rules that span several of them look at it. */
export type Part = Readonly<{
  type: number
  id?: number | null | undefined
  custom_id?: string | null | undefined
  components?: readonly Part[]
  component?: Part
  accessory?: Part
}>

export type Found = Readonly<{ part: Part; where: string }>

/** Every component with its place, those within others too, from top to bottom. */
export function* walk(parts: readonly Part[], where: string): Generator<Found> {
  for (const [index, part] of parts.entries()) yield* within(part, `${where}.${index}`)
}

function* within(part: Part, where: string): Generator<Found> {
  yield { part, where }
  if (part.components) yield* walk(part.components, `${where}.components`)
  if (part.component) yield* within(part.component, `${where}.component`)
  if (part.accessory) yield* within(part.accessory, `${where}.accessory`)
}
