import type { Screen } from '../../protocol.ts'
import type { Reader } from '../markdown/render.ts'

/** What time it is in the world of the screen. */
const worldNow = ({ world }: Screen): number => Date.now() + world.ahead

export const readerOf = (screen: Screen, callsEveryone = false): Reader => ({
  names: screen.names,
  callsEveryone,
  now: worldNow(screen),
})
