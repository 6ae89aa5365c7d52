import { movesOf } from './rows.ts'
import { violate, type World } from './world.ts'

/** What somebody was answered: that what they pressed was done to this request. */
export type Answer = Readonly<{ what: string; who: string; requestId: string }>

const VERDICTS: Readonly<Record<string, string>> = {
  approve: 'approved',
  'approve with changes': 'approved',
  deny: 'denied',
}

/** Whoever was last told that they wait for a request waits for it, and whoever left does no more. */
const checkFollowers = (world: World, isCancelled: (requestId: string) => boolean): void => {
  const followers = new Set(
    world.ledger
      .all<{ id: string; who: string }>('select request_id as id, discord_id as who from followers')
      .map(({ id, who }) => `${id} ${who}`),
  )
  const said = world.answers.filter(({ what }) => what === 'ask' || what === 'join' || what === 'withdraw')
  const last = new Map(said.map((answer) => [`${answer.requestId} ${answer.who}`, answer]))
  for (const [place, { what, requestId }] of last)
    if (!isCancelled(requestId) && followers.has(place) === (what === 'withdraw'))
      violate(world, 'whoever was answered is remembered', `${what}: ${place}`)
}

/** What somebody was told is done was done, whoever died a moment later. */
export const checkAnswers = (world: World): void => {
  const moves = new Set(movesOf(world.ledger).map(({ id, to }) => `${id} ${to}`))
  checkFollowers(world, (requestId) => moves.has(`${requestId} cancelled`))
  const decided = new Map<string, string>()
  for (const { what, requestId } of world.answers) {
    const state = VERDICTS[what]
    if (state === undefined) continue
    if (!moves.has(`${requestId} ${state}`))
      violate(world, 'what was answered holds', `${what} of ${requestId}`)
    if (decided.has(requestId))
      violate(world, 'one answer decides', `${requestId}: ${decided.get(requestId)} and ${what}`)
    decided.set(requestId, what)
  }
}
