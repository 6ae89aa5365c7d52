/** All of the program that a run needs, to be loaded as often as there are processes (see `load.ts`). */
export { storeArrival } from '../../src/actions/hooks/store-arrival.ts'
export { cancelRequest } from '../../src/actions/requests/cancel-request.ts'
export {
  approveRequest,
  approveWithChanges,
  denyRequest,
} from '../../src/actions/requests/decide-request.ts'
export { followRequest } from '../../src/actions/requests/follow-request.ts'
export { searchAgain } from '../../src/actions/requests/search-again.ts'
export { submitRequest } from '../../src/actions/requests/submit-request.ts'
export { connect } from '../../src/db/connect.ts'
export { migrate } from '../../src/db/migrate.ts'
export { insertHome, updateHome } from '../../src/db/queries/home.ts'
export { insertInstance } from '../../src/db/queries/instances.ts'
export { findRequestView } from '../../src/db/queries/request-view.ts'
export { saveTitle } from '../../src/db/queries/titles.ts'
export { takeOverWork } from '../../src/db/queries/work.ts'
export { Fault, isFault } from '../../src/platform/faults.ts'
export { createIds } from '../../src/platform/ids.ts'
export { markOf, nonceOf } from '../../src/platform/nonce.ts'
export { fingerprint } from '../../src/views/kit/message.ts'
export { contentKey } from '../../src/webhooks/content-key.ts'
export { queueOf, readJobs } from '../../src/workers/index.ts'
export { approval, status } from '../../src/workers/jobs/show-cards.ts'
export { createQueues } from '../../src/workers/queues.ts'
export { reactions } from '../../src/workers/reactions.ts'
export { startRelay } from '../../src/workers/relay.ts'
export { startWorkers } from '../../src/workers/runtime.ts'
export { schedules } from '../../src/workers/schedules.ts'
export { createShares } from '../../src/workers/shares.ts'
export { startSweeper } from '../../src/workers/sweeper.ts'
export { instanceRow } from '../db/support/rows.ts'

import * as cards from '../../src/workers/show-card.ts'

/** Forgets what the program keeps in memory between jobs, as the end of a process does; `load.ts` puts the way in. */
export const forgetMemory = (): void => (cards as { forgetMemory?: () => void }).forgetMemory?.()
