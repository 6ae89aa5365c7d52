/** How far a window is used up after one more request. */
export type Taken = { allowed: boolean; remaining: number; resetsAt: number }

const PRUNE_ABOVE = 5_000

/** Windows that begin with their first request and end as a whole, as Discord's buckets do. */
export const createWindows = (now: () => number) => {
  const windows = new Map<string, { used: number; resetsAt: number }>()
  let pruneAbove = PRUNE_ABOVE
  const prune = () => {
    for (const [key, { resetsAt }] of windows) if (resetsAt <= now()) windows.delete(key)
    pruneAbove = Math.max(PRUNE_ABOVE, windows.size * 2)
  }
  return {
    take: (key: string, limit: number, perMs: number): Taken => {
      if (windows.size > pruneAbove) prune()
      const known = windows.get(key)
      const window = known && known.resetsAt > now() ? known : { used: 0, resetsAt: now() + perMs }
      windows.set(key, window)
      const allowed = window.used < limit
      if (allowed) window.used += 1
      return { allowed, remaining: limit - window.used, resetsAt: window.resetsAt }
    },
  }
}

/** Counts what happened within the last so many milliseconds. */
export const createRolling = (now: () => number) => {
  const moments = new Map<string, number[]>()
  return {
    /** Takes one, unless `limit` were taken within `perMs`: then the wait in milliseconds until one is free. */
    take: (key: string, limit: number, perMs: number): { allowed: boolean; waitMs: number } => {
      const recent = (moments.get(key) ?? []).filter((at) => at > now() - perMs)
      const allowed = recent.length < limit
      moments.set(key, allowed ? [...recent, now()] : recent)
      return { allowed, waitMs: allowed ? 0 : (recent[0] ?? now()) + perMs - now() }
    },
    /** How many were taken within `perMs`. */
    count: (key: string, perMs: number): number =>
      (moments.get(key) ?? []).filter((at) => at > now() - perMs).length,
  }
}
