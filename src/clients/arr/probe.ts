import type { ProbeFailure } from '../../domain/instances/probe-failure.ts'
import { type Fault, isFault } from '../../platform/faults.ts'
import { FORBIDDEN_ADDRESS } from '../http/guard.ts'
import type { CallOptions, Http } from '../http/types.ts'
import { createArr } from './arr.ts'
import { unfitness } from './fitness.ts'
import { createKit } from './kit.ts'
import { readStatus } from './offers.ts'
import type { Arr, ArrKind, ArrSettings, Connection, Probe } from './types.ts'

const failure = (why: ProbeFailure, detail?: string): Probe => ({
  ok: false,
  why,
  ...(detail === undefined ? {} : { detail }),
})

const whyOf = ({ kind, facts: { code } }: Fault): ProbeFailure => {
  switch (kind) {
    case 'unreachable':
      return 'refused'
    case 'name-not-found':
    case 'tls':
    case 'timeout':
    case 'unauthorised':
      return kind
    case 'not-found':
    case 'bad-shape':
      return 'not-json'
    case 'forbidden':
      return code === FORBIDDEN_ADDRESS ? FORBIDDEN_ADDRESS : 'trouble'
    case 'rejected':
      return code === 'redirect' || code === 'address-invalid' ? code : 'trouble'
    case 'rate-limited':
    case 'conflict':
    case 'server':
      return 'trouble'
  }
}

const failureOf = (fault: Fault): Probe => {
  const { said, status } = fault.facts
  const words = said?.replace(/^redirect to /, '') ?? (status === undefined ? undefined : String(status))
  return failure(whyOf(fault), words)
}

/** Whether Lidarr or Prowlarr answers instead, which speak another version of the same API. */
const findOther = async (settings: ArrSettings, http: Http, options?: CallOptions) => {
  try {
    return (await readStatus(createKit(settings, http, 'v1'), options)).app
  } catch (error) {
    if (isFault(error)) return undefined
    throw error
  }
}

const reach = async (arr: Arr, webhook: Connection, options?: CallOptions) => {
  try {
    await arr.testConnection(webhook, options)
    return 'reached' as const
  } catch (error) {
    if (!isFault(error)) throw error
    return { failed: error.facts.said ?? error.kind }
  }
}

/** The live test of set-up: whether this can be worked with, what it offers, and whether it reaches us. */
export const probeArr = async (
  kind: ArrKind,
  settings: ArrSettings,
  http: Http,
  webhook: Connection,
  options?: CallOptions,
): Promise<Probe> => {
  const arr = createArr(createKit(settings, http))
  try {
    const status = await arr.status(options)
    const unfit = unfitness(kind, status)
    if (unfit !== undefined) return failure(unfit.why, unfit.detail)
    const { version } = status
    const profiles = await arr.profiles(options)
    if (profiles.length === 0) return failure('no-profile')
    const folders = await arr.folders(options)
    if (folders.length === 0) return failure('no-root-folder')
    const tags = await arr.tags(options)
    return { ok: true, version, profiles, folders, tags, webhook: await reach(arr, webhook, options) }
  } catch (error) {
    if (!isFault(error)) throw error
    const other = isFault(error, 'not-found') ? await findOther(settings, http, options) : undefined
    return other === undefined ? failureOf(error) : failure('another-application', other)
  }
}
