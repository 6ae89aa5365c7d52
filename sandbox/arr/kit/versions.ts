/** Whether `version` is at least `first`, both as dotted numbers. */
export const since = (version: string, first: string): boolean => {
  const ours = version.split('.').map(Number)
  for (const [place, theirs] of first.split('.').map(Number).entries()) {
    const mine = ours[place] ?? 0
    if (mine !== theirs) return mine > theirs
  }
  return true
}
