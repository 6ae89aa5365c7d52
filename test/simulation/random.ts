/** Chance that is the same every time: all of a run comes from its seed. */
export type Random = Readonly<{
  /** From 0 to 1, 1 excluded. */
  float(): number
  chance(probability: number): boolean
  /** A whole number; both ends included. */
  between(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  bytes(size: number): Uint8Array
}>

const mix = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** The small generator sfc32, warmed up, from any text. */
export const seeded = (seed: string): Random => {
  let a = mix(`${seed}.a`)
  let b = mix(`${seed}.b`)
  let c = mix(`${seed}.c`)
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round += 1) next()
  const float = (): number => next() / 0x1_0000_0000
  const between = (from: number, to: number): number => from + Math.floor(float() * (to - from + 1))
  return {
    float,
    between,
    chance: (probability) => float() < probability,
    pick: (list) => {
      const picked = list[between(0, list.length - 1)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => next() & 0xff),
  }
}
