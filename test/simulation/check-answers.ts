import { movesOf } from './rows.ts'
import { violate, type World } from './world.ts'

/** What somebody was answered: that what they pressed was done to this request. */
export type Answer = Readonly<{ what: string; who: string; requestId: string }>

const VERDICTS: Readonly<Record<string, string>> = {
  approve: 'approved',
  'approve with changes': 'approved',
  deny: 'denied',
  withdraw: 'cancelled',
}

/** What somebody was told is done was done, whoever died a moment later. */
export const checkAnswers = (world: World): void => {
  const followers = new Set(
    world.ledger
      .all<{ id: string; who: string }>('select request_id as id, discord_id as who from followers')
      .map(({ id, who }) => `${id} ${who}`),
  )
  const moves = new Set(movesOf(world.ledger).map(({ id, to }) => `${id} ${to}`))
  const decided = new Map<string, string>()
  for (const { what, who, requestId } of world.answers) {
    const state = VERDICTS[what]
    if ((what === 'ask' || what === 'join') && !followers.has(`${requestId} ${who}`))
      violate(world, 'whoever was answered is remembered', `${who} of ${requestId}`)
    if (state === undefined) continue
    if (!moves.has(`${requestId} ${state}`))
      violate(world, 'what was answered holds', `${what} of ${requestId}`)
    if (decided.has(requestId))
      violate(world, 'one answer decides', `${requestId}: ${decided.get(requestId)} and ${what}`)
    decided.set(requestId, what)
  }
}
