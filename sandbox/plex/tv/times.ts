/** `2022-02-01T00:15:00Z`: the second interface writes times without fractions. */
export const isoSeconds = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')

/** Seconds since 1970, as the old interface and a few fields of the second write them. */
export const unixSeconds = (ms: number): number => Math.floor(ms / 1000)
