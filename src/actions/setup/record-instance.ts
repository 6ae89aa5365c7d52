import { type Choices, findInstance, updateInstance } from '../../db/queries/instances.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Keeps what an instance answered when an admin had it tested: its version, and what can be chosen. */
export const recordOffer = defineAction<{ id: string; version: string; choices: Choices }, void>({
  name: 'instance.offer',
  allow: 'admin',
  run: async (scope, { id, version, choices }) => {
    const instance = await findInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    const { profiles, folders } = choices
    // One choice is no choice: take it.
    const profileId = instance.profileId ?? (profiles.length === 1 ? profiles[0]?.id : undefined)
    const folder = instance.folder ?? (folders.length === 1 ? folders[0]?.path : undefined)
    await updateInstance(
      scope.tx,
      id,
      {
        appVersion: version,
        choices: JSON.stringify(choices),
        ...(profileId === undefined ? {} : { profileId }),
        ...(folder === undefined ? {} : { folder }),
        health: 'ok',
        healthDetail: null,
      },
      scope.now,
    )
    await scope.record({ subject: id, before: { version: instance.appVersion }, after: { version } })
    return done(undefined)
  },
})

/** Notes how an instance's webhook stands. `print` is the fingerprint of the connection as installed. */
export const recordHook = defineAction<
  { id: string; state: 'ok' | 'failed'; detail?: string; print?: string },
  void
>({
  name: 'instance.hook',
  allow: 'system',
  run: async (scope, { id, state, detail, print }) => {
    const instance = await findInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    await updateInstance(
      scope.tx,
      id,
      { hookState: state, hookDetail: detail ?? null, ...(print === undefined ? {} : { hookPrint: print }) },
      scope.now,
    )
    if (instance.hook.state !== state) {
      await scope.record({
        subject: id,
        before: { hook: instance.hook.state },
        after: { hook: state, detail },
      })
    }
    return done(undefined)
  },
})

/** Notes whether an instance answers. Written only when it changes. */
export const recordHealth = defineAction<{ id: string; state: 'ok' | 'trouble'; detail?: string }, void>({
  name: 'instance.health',
  allow: 'system',
  run: async (scope, { id, state, detail }) => {
    const instance = await findInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    if (instance.health.state === state && instance.health.detail === detail) return done(undefined)
    await updateInstance(scope.tx, id, { health: state, healthDetail: detail ?? null }, scope.now)
    await scope.record({ subject: id, before: instance.health, after: { state, detail } })
    return done(undefined)
  },
})
