import { type Choices, findInstance, lockInstance, updateInstance } from '../../db/queries/instances.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'
import { settleCondition } from '../settle-condition.ts'

/** What an instance answered when it was looked at: its version, and what can be chosen. */
export type Offer = Readonly<{ id: string; version: string; choices: Choices }>

/** Keeps what an instance answered when an admin had it tested: its version, and what can be chosen. */
export const recordOffer = defineAction<Offer, void>({
  name: 'instance.offer',
  allow: 'admin',
  run: async (scope, { id, version, choices }) => {
    const instance = await lockInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    const { profiles, folders } = choices
    // One choice is no choice: take it.
    const profileId = instance.profileId ?? (profiles.length === 1 ? profiles[0]?.id : undefined)
    const folder = instance.folder ?? (folders.length === 1 ? folders[0]?.path : undefined)
    const chosen = {
      ...(profileId === undefined ? {} : { profileId }),
      ...(folder === undefined ? {} : { folder }),
    }
    const offered = { appVersion: version, choices: JSON.stringify(choices) }
    await updateInstance(scope.tx, id, { ...offered, ...chosen }, scope.now)
    await settleCondition(scope, instance, { met: { ok: true }, choices, ...chosen })
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
