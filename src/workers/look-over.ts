import { recordLook, recordVisit } from '../actions/setup/record-visit.ts'
import { unfitness } from '../clients/arr/fitness.ts'
import type { Instance } from '../db/queries/instances.ts'
import { Fault, isFault } from '../platform/faults.ts'
import type { JobDeps } from './deps.ts'
import { lineFailureOf } from './instance-fault.ts'
import { actAs } from './system.ts'

const self = actAs('look-over')
/** A number in the libraries' catalogues: whether something is there tells whether the library answers. */
const SOME_NUMBER = 1

/** Asks what everything else stands on: the library, and what can be chosen. */
const askAll = async (instance: Instance, deps: JobDeps) => {
  const arr = deps.arr(instance)
  await (instance.kind === 'radarr' ? deps.radarr(instance) : deps.sonarr(instance)).find(SOME_NUMBER)
  return { profiles: await arr.profiles(), folders: await arr.folders(), tags: await arr.tags() }
}

const look = async (instance: Instance, deps: JobDeps): Promise<boolean> => {
  const { id, kind } = instance
  const status = await deps.arr(instance).status()
  const unfit = unfitness(kind, status)
  if (unfit !== undefined) {
    const met = { ok: false, failure: unfit.why, said: unfit.detail } as const
    await recordVisit(deps, self, { id, met })
    return false
  }
  const choices = await askAll(instance, deps)
  await recordLook(deps, self, { id, version: status.version, choices })
  return true
}

/**
 * Looks an instance over, also one that rests: whether the right application answers in a version that can be worked
 * with, whether its library can be asked, and what it offers now. What was found is noted. Answers whether it can be
 * worked with.
 * @throws Fault when it could not be looked over; that is noted too
 */
export const lookOver = async (instance: Instance, deps: JobDeps): Promise<boolean> => {
  try {
    return await look(instance, deps)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    // Radarr and Sonarr have all of these pages: who doesn't know them is something else.
    const failure = lineFailureOf(error) ?? (isFault(error, 'not-found') ? 'bad-shape' : undefined)
    if (failure !== undefined) {
      await recordVisit(deps, self, { id: instance.id, met: { ok: false, failure } })
    }
    throw error
  }
}
