import { createHash } from 'node:crypto'
import { type Colour, hsl, mix } from './colours.ts'
import { type Draw, type Layer, MOTIFS } from './motifs.ts'

const drawFrom = (seed: string): Draw => {
  const bytes = createHash('sha512').update(seed).digest()
  let place = 0
  return () => {
    const number = bytes.readUInt16BE((place * 2) % bytes.length) / 65_536
    place += 1
    return number
  }
}

type Palette = { top: Colour; bottom: Colour; dark: Colour; accent: Colour }

const paletteFrom = (draw: Draw): Palette => {
  const hue = draw()
  const isDark = draw() < 0.6
  return {
    top: hsl(hue, 0.5, isDark ? 0.14 : 0.82),
    bottom: hsl(hue + 0.08, 0.55, isDark ? 0.34 : 0.62),
    dark: hsl(hue + 0.02, 0.5, isDark ? 0.07 : 0.18),
    accent: hsl(hue + (draw() < 0.5 ? 0.42 : 0.55), 0.75, isDark ? 0.66 : 0.46),
  }
}

/** Paints a picture for a title: a field of colour and a plain design, three bytes a pixel, row by row. */
export const paint = (seed: string, width: number, height: number): Uint8Array => {
  const draw = drawFrom(seed)
  const { top, bottom, dark, accent } = paletteFrom(draw)
  const tall = height / width
  const motif = MOTIFS[Math.floor(draw() * MOTIFS.length)]
  const layers = (motif?.(draw, tall) ?? []).map(({ shape, light }: Layer) => ({
    shape,
    colour: mix(dark, accent, light),
  }))
  const pixels = new Uint8Array(width * height * 3)

  for (let row = 0, at = 0; row < height; row++) {
    const field = mix(top, bottom, row / height)
    for (let column = 0; column < width; column++, at += 3) {
      const [x, y] = [(column + 0.5) / width, (row + 0.5) / width]
      let colour = field
      for (const layer of layers) {
        // Within a pixel of its edge a shape covers a part of it.
        const cover = Math.min(1, Math.max(0, 0.5 - layer.shape(x, y) * width))
        if (cover > 0) colour = mix(colour, layer.colour, cover)
      }
      pixels[at] = colour[0] * 255
      pixels[at + 1] = colour[1] * 255
      pixels[at + 2] = colour[2] * 255
    }
  }
  return pixels
}
