import { listConnections, removeConnection, saveConnection, testConnection } from './connection.ts'
import type { ArrKit } from './kit.ts'
import { readFolders, readProfiles, readStatus, readTags } from './offers.ts'
import type { Arr } from './types.ts'

/** What is the same whichever application of the family it is. */
export const createArr = (kit: ArrKit): Arr => ({
  status: (options) => readStatus(kit, options),
  profiles: (options) => readProfiles(kit, options),
  folders: (options) => readFolders(kit, options),
  tags: (options) => readTags(kit, options),
  listConnections: (options) => listConnections(kit, options),
  saveConnection: (desired, existingId, options) => saveConnection(kit, desired, existingId, options),
  removeConnection: (id, options) => removeConnection(kit, id, options),
  testConnection: (which, options) => testConnection(kit, which, options),
})
