/** What the bar at a card's side says; each colour means one thing, and a word always says it too. */
export const ACCENTS = {
  asking: 0x5865f2,
  waiting: 0xf0b232,
  coming: 0x3ba5f5,
  ready: 0x23a55a,
  refused: 0xda373c,
  quiet: 0x80848e,
} as const

export type Accent = keyof typeof ACCENTS
