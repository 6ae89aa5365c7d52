import type { SayText } from '../texts/say.ts'

const COMMON = ['space', 'quality', 'elsewhere', 'fit'] as const

/** The reasons that can be picked for a no: the admins' own, or those that come with Usherr while they wrote none. */
export const denyReasons = (
  home: Readonly<{ denyReasons?: readonly string[] }> | undefined,
  say: SayText,
): readonly string[] => home?.denyReasons ?? COMMON.map((reason) => say(`deny.saved.${reason}`))
