const REMEMBERED_FOR = 3 * 60_000

/** Remembers which message a nonce made. Discord says "a few minutes"; three is the least that means. */
export const createNonces = (now: () => number) => {
  const made = new Map<string, { message: string; at: number }>()
  const keyOf = (channel: string, nonce: string | number) => `${channel} ${nonce}`
  return {
    find: (channel: string, nonce: string | number): string | undefined => {
      const known = made.get(keyOf(channel, nonce))
      return known && known.at > now() - REMEMBERED_FOR ? known.message : undefined
    },
    remember: (channel: string, nonce: string | number, message: string): void => {
      for (const [key, { at }] of made) {
        if (at > now() - REMEMBERED_FOR) break
        made.delete(key)
      }
      made.delete(keyOf(channel, nonce))
      made.set(keyOf(channel, nonce), { message, at: now() })
    },
  }
}
