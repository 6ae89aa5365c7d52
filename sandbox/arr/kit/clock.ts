/** The stand-in's time: runs at a rate, and can be moved by hand. */
export type Clock = {
  readonly rate: number
  /** Milliseconds since 1970 in the stand-in's world. */
  now(): number
  /** Waits that long in the stand-in's world. */
  sleep(ms: number): Promise<void>
  /** Waits that long on the wall: a network's patience doesn't shrink with the rate, but `advance` still passes it. */
  network(ms: number): Promise<void>
  /** Moves time on and wakes whoever slept until then. */
  advance(ms: number): Promise<void>
  /** Lets nobody wake again. */
  stop(): void
}

type Sleeper = { due: number; wake: () => void }

/** setTimeout's limit is about 24 days; a longer sleep is armed again. */
const LONGEST = 2_000_000_000

/** A clock that starts at the wall's present (or `start`) and runs `rate` times as fast. It keeps no process alive. */
export const createClock = ({
  rate = 1,
  start = Date.now(),
}: {
  rate?: number
  start?: number
} = {}): Clock => {
  const born = performance.now()
  const sleepers = new Set<Sleeper>()
  let moved = 0
  let timer: NodeJS.Timeout | undefined

  const exact = () => start + moved + (performance.now() - born) * rate

  const arm = () => {
    clearTimeout(timer)
    const next = Math.min(...[...sleepers].map(({ due }) => due))
    if (next !== Infinity)
      timer = setTimeout(ring, Math.min(LONGEST, Math.max(0, Math.ceil((next - exact()) / rate)))).unref()
  }

  const ring = () => {
    const now = exact()
    for (const sleeper of [...sleepers].filter(({ due }) => due <= now)) {
      sleepers.delete(sleeper)
      sleeper.wake()
    }
    arm()
  }

  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.add({ due: exact() + ms, wake })
      arm()
    })

  return {
    rate,
    now: () => Math.floor(exact()),
    sleep,
    network: (ms) => sleep(ms * rate),
    advance: async (ms) => {
      moved += ms
      ring()
      await new Promise((resolve) => setImmediate(resolve))
    },
    stop: () => {
      clearTimeout(timer)
      sleepers.clear()
    },
  }
}
