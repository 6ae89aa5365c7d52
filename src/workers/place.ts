import type { Instance } from '../db/queries/instances.ts'
import type { MediaRequest, Trouble } from '../domain/requests/request.ts'

/** How and where something is fetched, as an instance's own numbers. */
export type Place = Readonly<{ profileId: number; folder: string; tagIds: readonly number[] }>

/** What an approver chose goes before what the instance has; what is no longer on offer is never replaced in silence. */
export const placeOf = (instance: Instance, request: MediaRequest): Place | Trouble => {
  const { choices, tagIds } = instance
  const { profileId = instance.profileId, folder = instance.folder } = request
  if (profileId === undefined || !choices.profiles.some(({ id }) => id === profileId))
    return { code: 'profile-gone' }
  if (folder === undefined || !choices.folders.some(({ path }) => path === folder))
    return { code: 'folder-gone' }
  return { profileId, folder, tagIds }
}
