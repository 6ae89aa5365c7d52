import { type Fault, isFault } from '../../platform/faults.ts'
import { FORBIDDEN_ADDRESS } from '../http/guard.ts'
import type { CallOptions, Http } from '../http/types.ts'
import { createKit } from './kit.ts'
import { readStatus } from './offers.ts'
import { createRadarr } from './radarr.ts'
import type { ArrSettings, Connection, Probe, ProbeFailure, Radarr } from './types.ts'

/**
 * The first Radarr whose webhooks tell that a download waits for a person (ManualInteractionRequired) and which
 * release an import came from; an older one would leave cards at "downloading" without a word.
 */
const OLDEST = [4, 5, 1] as const

const isTooOld = (version: string): boolean => {
  const parts = version.split('.').map(Number)
  const differing = OLDEST.findIndex((part, at) => (parts[at] ?? 0) !== part)
  return differing >= 0 && (parts[differing] ?? 0) < (OLDEST[differing] ?? 0)
}

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

const reach = async (radarr: Radarr, webhook: Connection, options?: CallOptions) => {
  try {
    await radarr.testConnection(webhook, options)
    return 'reached' as const
  } catch (error) {
    if (!isFault(error)) throw error
    return { failed: error.facts.said ?? error.kind }
  }
}

/** The live test of set-up: whether this is a Radarr that can be worked with, what it offers, and whether it reaches us. */
export const probeRadarr = async (
  settings: ArrSettings,
  http: Http,
  webhook: Connection,
  options?: CallOptions,
): Promise<Probe> => {
  const radarr = createRadarr(settings, http)
  try {
    const { app, version } = await radarr.status(options)
    if (app !== 'Radarr') return failure('another-application', app)
    if (isTooOld(version)) return failure('too-old', version)
    const profiles = await radarr.profiles(options)
    if (profiles.length === 0) return failure('no-profile')
    const folders = await radarr.folders(options)
    if (folders.length === 0) return failure('no-root-folder')
    const tags = await radarr.tags(options)
    return { ok: true, version, profiles, folders, tags, webhook: await reach(radarr, webhook, options) }
  } catch (error) {
    if (!isFault(error)) throw error
    const other = isFault(error, 'not-found') ? await findOther(settings, http, options) : undefined
    return other === undefined ? failureOf(error) : failure('another-application', other)
  }
}
