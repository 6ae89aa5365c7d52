import type { ArrKind, ArrStatus } from './types.ts'

/**
 * Who answers, and the oldest version that is worked with. An older Radarr's webhooks don't tell that a download waits
 * for a person (ManualInteractionRequired) nor which release an import came from, and cards would stay at "downloading"
 * without a word. Sonarr tells that since 4.0.0 and the end of a whole import since 4.0.6.1847; but before 4.0.12 a show
 * that takes on no new seasons doesn't monitor new episodes of its monitored seasons either (Sonarr's issue 7401), so
 * that a season which was asked for would never be fetched.
 */
const KINDS = {
  radarr: { app: 'Radarr', oldest: [4, 5, 1] },
  sonarr: { app: 'Sonarr', oldest: [4, 0, 12] },
} as const

const isTooOld = (version: string, oldest: readonly number[]): boolean => {
  const parts = version.split('.').map(Number)
  const differing = oldest.findIndex((part, at) => (parts[at] ?? 0) !== part)
  return differing >= 0 && (parts[differing] ?? 0) < (oldest[differing] ?? 0)
}

/** Why the application that answers can't be worked with; undefined when it can. */
export const unfitness = (
  kind: ArrKind,
  { app, version }: ArrStatus,
): Readonly<{ why: 'another-application' | 'too-old'; detail: string }> | undefined => {
  if (app !== KINDS[kind].app) return { why: 'another-application', detail: app }
  return isTooOld(version, KINDS[kind].oldest) ? { why: 'too-old', detail: version } : undefined
}
