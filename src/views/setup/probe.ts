import type { ProbeFailure } from '../../domain/instances/probe-failure.ts'

/** What a live test found. `detail` is a name, version or address for the sentence. */
export type ShownProbe =
  | Readonly<{ ok: true; webhook: 'reached' | Readonly<{ failed: string }> }>
  | Readonly<{ ok: false; why: ProbeFailure; detail?: string }>

export const APP = { radarr: 'Radarr', sonarr: 'Sonarr' } as const
