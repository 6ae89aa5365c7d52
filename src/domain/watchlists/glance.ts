/**
 * Whether something was taken off a list, by Plex's numbers of its newest entries before and now, newest first.
 * Additions push the others down and leave them as they stand; so many of them that none is left are taken for it too.
 */
export const isShortened = (before: readonly string[], now: readonly string[]): boolean => {
  const [first] = before
  if (first === undefined) return false
  const at = now.indexOf(first)
  if (at < 0 || now.length < before.length) return true
  return now.slice(at).some((key, index) => key !== before[index])
}
