import { checkAnswers } from './check-answers.ts'
import { checkCards } from './check-cards.ts'
import { checkHistory } from './check-history.ts'
import { checkLedger } from './check-ledger.ts'
import { checkLibraries } from './check-libraries.ts'
import { checkTelling } from './check-telling.ts'
import type { House } from './house.ts'
import { OPEN } from './rows.ts'
import { violate, type World } from './world.ts'

/** What must be true at every moment. */
export const checkAlways = (world: World): void => {
  const over = world.ledger.all<{ id: string }>(
    `select request_id as id from claims join requests on requests.id = request_id where state not in (${OPEN})`,
  )
  for (const { id } of over) violate(world, 'what is over holds nothing', id)
  const bare = world.ledger.all<{ id: string }>(
    `select id from requests where state in (${OPEN}) and id not in (select request_id from claims)`,
  )
  for (const { id } of bare) violate(world, 'what is open holds what it asks for', id)
}

/** What must be true once everything healed and nothing is left to do. */
export const checkInTheEnd = async (world: World, house: House): Promise<void> => {
  checkAlways(world)
  checkLedger(world, house)
  checkAnswers(world)
  checkHistory(world, house)
  checkLibraries(world, house)
  checkTelling(world, house)
  await checkCards(world, house)
}
