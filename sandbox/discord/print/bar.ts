import { type Line, span } from './line.ts'
import type { Print } from './options.ts'

/** Lines with a bar at their left, in the colour of what it frames. */
export const barred = (
  lines: (print: Print) => readonly Line[],
  colour: number | undefined,
  print: Print,
): Line[] => {
  const style = colour === undefined ? { dim: true } : { colour }
  return lines({ ...print, width: print.width - 2 }).map((line) => [span('▌', style), span(' '), ...line])
}
