import { bands, disc, ground, peak, ring, type Shape, within, without } from './shapes.ts'

/** Draws numbers between 0 and 1, always the same ones for the same title. */
export type Draw = () => number

/** A shape and how light it is: 0 is as dark as the foreground goes, 1 the accent itself. */
export type Layer = { shape: Shape; light: number }

type Motif = (draw: Draw, tall: number) => Layer[]

const sunset: Motif = (draw, tall) => {
  const [x, y] = [0.3 + 0.4 * draw(), tall * (0.36 + 0.12 * draw())]
  const radius = 0.24 + 0.08 * draw()
  const sun = disc(x, y, radius)
  const slits = within(bands(0, 0.055, 0.016), ground(0, y))
  return [
    { shape: without(sun, slits), light: 1 },
    { shape: ground(0, tall * 0.8, 0.12 - 0.24 * draw()), light: 0.35 },
    { shape: ground(0, tall * 0.88, 0.16 - 0.32 * draw()), light: 0 },
  ]
}

const mountains: Motif = (draw, tall) => [
  { shape: disc(0.2 + 0.6 * draw(), tall * (0.2 + 0.1 * draw()), 0.09), light: 1 },
  { shape: peak(0.25 + 0.2 * draw(), tall * 0.42, 1.1 + draw()), light: 0.6 },
  { shape: peak(0.6 + 0.25 * draw(), tall * 0.55, 0.9 + draw()), light: 0.3 },
  { shape: peak(0.3 + 0.5 * draw(), tall * 0.74, 0.7), light: 0 },
]

const ripples: Motif = (draw, tall) => {
  const [x, y] = [0.25 + 0.5 * draw(), tall * (0.3 + 0.4 * draw())]
  const step = 0.11 + 0.04 * draw()
  const rings = [1, 2, 3, 4, 5, 6].map((number) => ({
    shape: ring(x, y, number * step, 0.028),
    light: 1 - number * 0.15,
  }))
  return [...rings, { shape: disc(x, y, step * 0.55), light: 1 }]
}

const crescent: Motif = (draw, tall) => {
  const [x, y, turn] = [0.5, tall * 0.4, draw() * Math.PI * 2]
  const bite = disc(x + 0.15 * Math.cos(turn), y + 0.15 * Math.sin(turn), 0.27)
  const stars = Array.from({ length: 14 }, () => ({
    shape: disc(draw(), tall * draw(), 0.004 + 0.007 * draw()),
    light: 0.8,
  }))
  return [...stars, { shape: without(disc(x, y, 0.3), bite), light: 1 }]
}

const stripes: Motif = (draw, tall) => {
  const angle = 0.5 + draw()
  const window = disc(0.5, tall * 0.45, 0.36)
  return [
    { shape: bands(angle, 0.16, 0.05), light: 0.25 },
    { shape: window, light: 0.05 },
    { shape: within(bands(-angle, 0.09, 0.045), window), light: 1 },
  ]
}

const orbit: Motif = (draw, tall) => {
  const [x, y] = [0.5, tall * 0.42]
  const turn = draw() * Math.PI * 2
  return [
    { shape: ring(x, y, 0.36, 0.008), light: 0.7 },
    { shape: ring(x, y, 0.24, 0.008), light: 0.7 },
    { shape: disc(x, y, 0.13), light: 1 },
    { shape: disc(x + 0.36 * Math.cos(turn), y + 0.36 * Math.sin(turn), 0.05), light: 0.9 },
    { shape: disc(x + 0.24 * Math.cos(turn * 1.7), y + 0.24 * Math.sin(turn * 1.7), 0.03), light: 0.5 },
    { shape: ground(0, tall * 0.9), light: 0 },
  ]
}

/** The designs that a picture can have. */
export const MOTIFS: readonly Motif[] = [sunset, mountains, ripples, crescent, stripes, orbit]
