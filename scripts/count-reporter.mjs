import { writeFileSync } from 'node:fs'

/** Where the counts go; set by the launcher. */
export const COUNTS = 'USHERR_TEST_COUNTS'

/** Tells the launcher how many tests there were. Vitest wants a reporter as a default export. */
export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandled errors that belong to no test
   */
  onTestRunEnd(modules, unhandled) {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state)
      counts.passed += states.filter((state) => state === 'passed').length
      counts.skipped += states.filter((state) => state === 'skipped').length
      const failed = states.filter((state) => state === 'failed').length
      // A file that cannot be loaded, or whose hooks fail, has no failed test to show for it.
      counts.failed += module.state() === 'failed' ? Math.max(failed, 1) : failed
    }
    const file = process.env[COUNTS]
    if (file) writeFileSync(file, JSON.stringify(counts))
  }
}
