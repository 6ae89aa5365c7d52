import { findInstance, insertInstance, NO_CHOICES, updateInstance } from '../../db/queries/instances.ts'
import { done, refused } from '../../domain/refusals.ts'
import type { Sealed } from '../../platform/crypto.ts'
import { defineAction } from '../define.ts'
import { isNameTaken } from './save-instance.ts'

/** What the modal gave. Secrets arrive sealed; the id was made before, because it is part of the seal. */
type InstanceDraft = Readonly<{
  id: string
  kind: 'radarr' | 'sonarr'
  name: string
  url: string
  apiKey: Sealed
  hookSecret: Sealed
  hookDigest: string
}>

/** Keeps a new instance as a draft, so that its live test (which calls our webhook) finds it. */
export const draftInstance = defineAction<InstanceDraft, { id: string }>({
  name: 'instance.draft',
  allow: 'admin',
  run: async (scope, draft) => {
    await insertInstance(scope.tx, {
      ...draft,
      hookState: 'pending',
      hookDetail: null,
      hookPrint: null,
      state: 'draft',
      isDefault: 0,
      appVersion: null,
      choices: JSON.stringify(NO_CHOICES),
      profileId: null,
      folder: null,
      tagIds: '[]',
      availability: 'released',
      seriesType: 'standard',
      seasonMonitoring: 'asked',
      quality: 'standard',
      health: 'unknown',
      healthDetail: null,
      healthSaid: null,
      healthSince: null,
      failures: 0,
      failingSince: null,
      restedUntil: null,
      toldSince: null,
      resumed: null,
      createdAt: scope.now,
      updatedAt: scope.now,
    })
    await scope.record({ subject: draft.id, after: { kind: draft.kind, name: draft.name, url: draft.url } })
    return done({ id: draft.id })
  },
})

/** Changes the name, address or key of an instance. The next save installs its webhook anew where that differs. */
export const reviseInstance = defineAction<
  { id: string; name: string; url: string; apiKey?: Sealed },
  { id: string }
>({
  name: 'instance.revise',
  allow: 'admin',
  run: async (scope, { id, name, url, apiKey }) => {
    const instance = await findInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    if (instance.state === 'ready' && (await isNameTaken(scope.tx, id, name)))
      return refused({ code: 'name-taken', name })
    await updateInstance(scope.tx, id, { name, url, ...(apiKey === undefined ? {} : { apiKey }) }, scope.now)
    await scope.record({
      subject: id,
      before: { name: instance.name, url: instance.url },
      after: { name, url, keyChanged: apiKey !== undefined },
      ...(instance.state === 'ready' ? { events: ['instance.saved'] } : {}),
    })
    return done({ id })
  },
})
