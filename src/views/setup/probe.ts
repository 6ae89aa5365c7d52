/** Why a live test failed, as its page tells it. */
export type ProbeFailureCode =
  | 'refused'
  | 'name-not-found'
  | 'tls'
  | 'timeout'
  | 'unauthorised'
  | 'not-json'
  | 'another-application'
  | 'too-old'
  | 'no-root-folder'
  | 'no-profile'
  | 'redirect'
  | 'forbidden-address'
  | 'address-invalid'
  | 'trouble'

/** What a live test found. `detail` is a name, version or address for the sentence. */
export type ShownProbe =
  | Readonly<{ ok: true; webhook: 'reached' | Readonly<{ failed: string }> }>
  | Readonly<{ ok: false; why: ProbeFailureCode; detail?: string }>

export const APP = { radarr: 'Radarr', sonarr: 'Sonarr' } as const
