/** How admins narrow the list of people. */
export const MEMBER_FILTERS = ['all', 'synced', 'off', 'not-linked', 'suspended'] as const

export type MemberFilter = (typeof MEMBER_FILTERS)[number]

/** What admins choose about people: whether their lists are asked for, whether what they ask for waits. */
export const MEMBER_CHANGES = ['sync', 'no-sync', 'approval', 'no-approval'] as const

export type MemberChange = (typeof MEMBER_CHANGES)[number]

/** What is looked for in names travels in buttons, so it is short and made of what names are made of. */
export const FIND = /^[\p{L}\p{N}_.-][\p{L}\p{N}_. -]{0,23}$/u

/** What somebody typed to find people by; undefined when nothing of it can be part of a name. */
export const readFind = (typed: string): string | undefined => {
  const kept = typed.toLowerCase().replace(/[^\p{L}\p{N}_. -]/gu, '')
  const short = Array.from(kept.trim()).slice(0, 24).join('').trim()
  return FIND.test(short) ? short : undefined
}
