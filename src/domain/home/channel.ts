/** The channels of the home that Usherr writes in: where approvers decide, and where everybody sees what is coming. */
export const PLACES = ['admin', 'request'] as const

export type Place = (typeof PLACES)[number]

/** Why nothing can be written in a channel: it was deleted, Usherr may not see it, or may not write in it. */
export type ChannelTrouble = 'gone' | 'hidden' | 'mute'
