/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ status: string }} Outcome */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: (Outcome & { assertionResults: Outcome[] })[] }} Report Vitest's report in JSON, as far as it is read here. */

/** @param {Outcome} outcome */
const hasFailed = ({ status }) => status === 'failed'

/**
 * What to say about a run. A file that fails to load counts as one failure, and so does a run that ended badly or
 * without a test for whatever reason.
 * @param {Report | undefined} report undefined when the runner ended before it could write one
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export const count = (report, endedWell) => {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const passed = report.numPassedTests
  const unloaded = report.testResults.filter(
    (file) => hasFailed(file) && !file.assertionResults.some(hasFailed),
  )
  const failed = report.numFailedTests + unloaded.length
  const skipped = report.numPendingTests + report.numTodoTests
  const silent = failed === 0 && (!endedWell || passed === 0)
  return { passed, failed: silent ? 1 : failed, skipped }
}

/** @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
