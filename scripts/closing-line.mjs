/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The counts to close with: a run that ended badly, told nothing or passed nothing is a failure, whatever it counted.
 * @param {Counts | undefined} counts undefined when the runner ended before it could tell
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export const settle = (counts = { passed: 0, failed: 0, skipped: 0 }, endedWell) => {
  const { passed, failed } = counts
  return failed === 0 && (!endedWell || passed === 0) ? { ...counts, failed: 1 } : counts
}

/** @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
