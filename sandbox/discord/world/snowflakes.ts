const DISCORD_EPOCH = 1_420_070_400_000
const STEPS_PER_MILLISECOND = 4096n

/** Makes ids as Discord does: 42 bits of time since 2015, then a step, so that they sort by age and never repeat. */
export const createSnowflakes = (now: () => number): (() => string) => {
  let last = 0n
  return () => {
    const earliest = BigInt(Math.trunc(now()) - DISCORD_EPOCH) << 22n
    const nextStep =
      last % (1n << 22n) === STEPS_PER_MILLISECOND - 1n ? ((last >> 22n) + 1n) << 22n : last + 1n
    last = earliest > last ? earliest : nextStep
    return last.toString()
  }
}

/** When the thing with this id was made: milliseconds since 1970. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH
