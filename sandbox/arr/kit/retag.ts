/** How an editor treats the tags that it is sent. */
export const APPLY_TAGS = ['add', 'remove', 'replace'] as const

/** The tags that remain when some are added, removed, or put in the place of all. */
export const retagged = (
  now: readonly number[],
  sent: readonly number[],
  how: (typeof APPLY_TAGS)[number] = 'add',
): number[] => {
  if (how === 'replace') return [...new Set(sent)]
  return how === 'remove' ? now.filter((tag) => !sent.includes(tag)) : [...new Set([...now, ...sent])]
}
