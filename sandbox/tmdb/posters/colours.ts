/** Red, green and blue, each from 0 to 1. */
export type Colour = readonly [number, number, number]

const channel = (hue: number, shift: number, lightness: number, strength: number): number => {
  const place = (shift + hue * 12) % 12
  return lightness - strength * Math.max(-1, Math.min(place - 3, 9 - place, 1))
}

/** A colour by hue (turns), saturation and lightness. */
export const hsl = (hue: number, saturation: number, lightness: number): Colour => {
  const turn = hue - Math.floor(hue)
  const strength = saturation * Math.min(lightness, 1 - lightness)
  return [
    channel(turn, 0, lightness, strength),
    channel(turn, 8, lightness, strength),
    channel(turn, 4, lightness, strength),
  ]
}

/** One colour on its way to another: 0 is the first, 1 the second. */
export const mix = (one: Colour, other: Colour, part: number): Colour => [
  one[0] + (other[0] - one[0]) * part,
  one[1] + (other[1] - one[1]) * part,
  one[2] + (other[2] - one[2]) * part,
]
