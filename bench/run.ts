import type { Benchmark, Row } from './kit/row.ts'
import { printTable } from './kit/table.ts'
import { listedBy } from './listed-by.ts'
import { plexCalls } from './plex-calls.ts'

const benchmarks: readonly Benchmark[] = [plexCalls, listedBy]

const isShort = process.argv.includes('--short')
const all: Row[] = []
for (const { name, value, baseline, run } of benchmarks) {
  process.stdout.write(`\n${name}\n  measured: ${value}\n  baseline: ${baseline}\n\n`)
  const rows = await run({ isShort })
  process.stdout.write(`${printTable(rows)}\n`)
  all.push(...rows)
}
process.stdout.write(`\n${JSON.stringify(all)}\n`)

const missed = all.filter(({ isReached }) => !isReached)
if (missed.length > 0) process.stdout.write(`\n${missed.length} of ${all.length} rows missed their reach.\n`)
process.exitCode = missed.length > 0 ? 1 : 0
