import { done, type Outcome, refused } from '../refusals.ts'
import { isOpen, type MediaRequest } from './request.ts'
import { WAIT_MS } from './unfound.ts'

/** Until when somebody waits who was asked and chose to; there is nothing to choose once it is found. */
export const decideKeepWaiting = ({ state }: MediaRequest, now: number): Outcome<number> => {
  if (!isOpen(state) && state !== 'available') return refused({ code: 'request-gone' })
  return state === 'added' ? done(now + WAIT_MS) : refused({ code: 'found-meanwhile' })
}
