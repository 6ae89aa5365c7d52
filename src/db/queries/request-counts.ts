import { isOpen, OPEN_STATES, type OpenState } from '../../domain/requests/request.ts'
import type { Db } from '../connect.ts'

/** How many requests are under way in a state, and whether something keeps them there. */
type OpenCount = Readonly<{ state: OpenState; isTroubled: boolean; count: number }>

export const countOpenRequests = async (db: Db): Promise<OpenCount[]> => {
  const rows = await db
    .selectFrom('requests')
    .select('state')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select((eb) => eb.fn.count<number>('trouble').as('troubled'))
    .where('state', 'in', OPEN_STATES)
    .groupBy('state')
    .orderBy('state')
    .execute()
  return rows.flatMap(({ state, count, troubled }) => {
    if (!isOpen(state)) return []
    const counts = [
      { state, isTroubled: false, count: Number(count) - Number(troubled) },
      { state, isTroubled: true, count: Number(troubled) },
    ]
    return counts.filter((one) => one.count > 0)
  })
}
