import type { MediaRequest, TraceStep } from '../requests/request.ts'
import { tidyWish, type Wish } from '../seasons/wish.ts'

/** Where and how it is to be fetched, when an approver chose that themselves. */
export type Changes = Readonly<{
  instanceId: string
  profileId: number
  folder: string
  /** Of a show: what of it, when that is something else than was asked for. */
  wish?: Wish
}>

/** The instance that was chosen: its name, what it would use by itself, and the names of its profiles. */
export type ChosenInstance = Readonly<{
  name: string
  profileId?: number
  folder?: string
  choices: Readonly<{ profiles: readonly { id: number; name: string }[] }>
}>

const isSame = (one: Wish, other: Wish): boolean =>
  JSON.stringify(tidyWish(one)) === JSON.stringify(tidyWish(other))

/** What an approver (`by`, their Discord id) had done otherwise than it would have been done by itself. */
export const explainChanges = (
  request: MediaRequest,
  { instanceId, profileId, folder, wish }: Changes,
  instance: ChosenInstance,
  by: string,
): readonly TraceStep[] => {
  const profile = instance.choices.profiles.find(({ id }) => id === profileId)?.name ?? `${profileId}`
  const { wish: asked } = request
  return [
    ...(instanceId === request.instanceId ? [] : [{ rule: 'changed-instance', found: instance.name, by }]),
    ...(profileId === instance.profileId ? [] : [{ rule: 'changed-profile', found: profile, by }]),
    ...(folder === instance.folder ? [] : [{ rule: 'changed-folder', found: folder, by }]),
    ...(wish === undefined || asked === undefined || isSame(wish, asked)
      ? []
      : [{ rule: 'changed-wish', found: '', by, asked }]),
  ]
}
