import { readEnvironment } from '../platform/config.ts'
import { CannotStart } from '../platform/data-dir.ts'
import { run } from './run.ts'

const USAGE_PROBLEM = 78
const OUR_FAULT = 1

/** Reads the environment, runs the program to its end, and ends the process with the exit code. */
export const begin = async (): Promise<never> => {
  const parsed = readEnvironment()
  if ('bad' in parsed) {
    for (const { sentence } of parsed.bad) process.stderr.write(`${sentence}\n`)
    process.exit(USAGE_PROBLEM)
  }
  try {
    process.exit(await run(parsed.config))
  } catch (error) {
    if (error instanceof CannotStart) {
      process.stderr.write(`${error.message}\n`)
      process.exit(error.exitCode)
    }
    process.stderr.write(`Usherr failed: ${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(OUR_FAULT)
  }
}
