import { change, type Decision, nothing } from '../decision.ts'
import type { Choosing } from '../instances/health.ts'
import type { MediaRequest, RequestChange } from './request.ts'

/** What an approver chose that its instance no longer offers: what the instance has by now takes its place. */
export const decideUsual = (
  request: MediaRequest,
  { profiles, folders }: Choosing['choices'],
): Decision<RequestChange> => {
  const { state, profileId, folder } = request
  const isProfileGone = profileId !== undefined && !profiles.some(({ id }) => id === profileId)
  const isFolderGone = folder !== undefined && !folders.some(({ path }) => path === folder)
  if (state !== 'approved' || !(isProfileGone || isFolderGone)) return nothing
  const steps = [
    ...(isProfileGone ? [{ rule: 'usual', found: 'profile' }] : []),
    ...(isFolderGone ? [{ rule: 'usual', found: 'folder' }] : []),
  ]
  return change(
    {
      ...(isProfileGone ? { profileId: null } : {}),
      ...(isFolderGone ? { folder: null } : {}),
      trace: [...request.trace, ...steps],
    },
    'request.troubled',
  )
}

/**
 * The instance that had taken a request was removed: it is approved again, and waits for another, or for the same to be
 * set up anew, and its cards say so.
 */
export const decideStranded = ({ state }: MediaRequest): Decision<RequestChange> =>
  state === 'added' || state === 'downloading'
    ? change(
        { state: 'approved', arrId: null, percent: null, eta: null, trouble: { code: 'no-instance' } },
        'request.approved',
      )
    : nothing

/**
 * The instance that a decided request was meant for is gone, and another of its kind was set up: it goes there, and
 * the trace says so. What an approver chose of the old one can't be carried over.
 */
export const decideAdoption = (
  request: MediaRequest,
  instance: Readonly<{ id: string; name: string }>,
): Decision<RequestChange> => {
  if (request.state !== 'approved') return nothing
  const trace = [...request.trace, { rule: 'instance', found: instance.name }]
  const moved = { instanceId: instance.id, profileId: null, folder: null, measuredAt: null } as const
  return change({ ...moved, trace }, 'request.troubled')
}
