import { type Fields, objectsIn, within } from '../fields.ts'

/** A component with its place in the body, and the type of what it stands in, where it stands in another. */
export type Placed = Readonly<{ part: Fields; at: string; under: unknown; role: string }>

const childrenOf = ({ part, at }: Placed): Placed[] =>
  ['components', 'component', 'accessory'].flatMap((role) => {
    const { [role]: value, type } = part
    const isList = role === 'components'
    return objectsIn(isList ? value : [value]).map(([index, child]) => ({
      part: child,
      at: isList ? within(at, role, index) : within(at, role),
      under: type,
      role,
    }))
  })

const spread = (placed: Placed): Placed[] => [placed, ...childrenOf(placed).flatMap(spread)]

/** Every component of a message or modal, each before those inside of it. */
export const placedIn = ({ components }: Fields, at: string): readonly Placed[] =>
  objectsIn(components).flatMap(([index, part]) =>
    spread({ part, at: within(at, 'components', index), under: undefined, role: 'components' }),
  )
