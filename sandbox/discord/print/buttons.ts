import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10'
import { type Line, type Style, span } from './line.ts'

const COLOURS: Readonly<Partial<Record<ButtonStyle, number>>> = {
  [ButtonStyle.Primary]: 0x5865f2,
  [ButtonStyle.Success]: 0x23a55a,
  [ButtonStyle.Danger]: 0xda373c,
}

const wordsOf = (button: APIButtonComponent): string => {
  if (button.style === ButtonStyle.Premium) return 'Buy'
  const emoji = button.emoji?.name ?? ''
  const arrow = button.style === ButtonStyle.Link ? '↗' : ''
  return [emoji, button.label ?? '', arrow].filter((word) => word !== '').join(' ')
}

const styleOf = ({ style }: APIButtonComponent): Style => {
  const colour = COLOURS[style]
  return colour === undefined ? { bold: true } : { bold: true, colour }
}

/** `[ Approve ]`, and `( Save )` where it can't be pressed. */
export const buttonLine = (button: APIButtonComponent): Line =>
  button.disabled
    ? [span(`( ${wordsOf(button)} )`, { dim: true })]
    : [span(`[ ${wordsOf(button)} ]`, styleOf(button))]
