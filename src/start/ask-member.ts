import type { AskMember } from '../bot/actor.ts'
import type { Discord } from '../clients/discord/types.ts'
import { type Clock, MINUTE } from '../platform/clock.ts'

/** Roles are not pushed to us without a privileged intent, so an answer is trusted this long at most. */
const TRUST_MS = 5 * MINUTE
const MOST_KEPT = 10_000

/**
 * Asks Discord about a member, and remembers the answer for five minutes, for interactions and jobs of this process
 * alike. What couldn't be asked is asked again.
 * @throws Fault
 */
export const createAskMember = (discord: Pick<Discord, 'member'>, clock: Clock): AskMember => {
  const kept = new Map<string, { askedAt: number; member: Awaited<ReturnType<AskMember>> }>()
  return async (guildId, userId) => {
    const key = `${guildId}.${userId}`
    const now = clock.now()
    const hit = kept.get(key)
    // Asked in what is to come: the clock was set back, and nobody knows how old that is.
    if (hit !== undefined && hit.askedAt <= now && now - hit.askedAt < TRUST_MS) return hit.member
    const member = await discord.member(guildId, userId)
    kept.delete(key)
    kept.set(key, { askedAt: now, member })
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return member
  }
}
