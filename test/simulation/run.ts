import { parseArgs } from 'node:util'
import { BUGS, type Bug } from './bugs.ts'
import { hireCrew } from './crew.ts'
import { type Scenario, scenarioOf } from './scenario.ts'
import { shrink } from './shrink.ts'
import { type Broken, type Found, openStage, type Stage } from './stage.ts'

const { values } = parseArgs({
  options: {
    /** Replays one seed and prints all that happens. */
    seed: { type: 'string' },
    /** Runs so many seeds. */
    seeds: { type: 'string' },
    /** The first of them. */
    from: { type: 'string', default: '1' },
    /** Plants the bugs, one after the other, and looks for each in so many seeds. */
    bugs: { type: 'boolean', default: false },
    /** Plants the bugs of whose names this is a part. */
    bug: { type: 'string', multiple: true },
  },
})

const AT_A_TIME = 25
const SHOWN = 3

const from = Number(values.from)
const ruleOf = (violation: string | undefined): string => violation?.split(':')[0] ?? ''

const stepsOf = ({ steps, plan, seed, ...rest }: Scenario): string =>
  [JSON.stringify(rest), ...steps.map((step) => `  ${JSON.stringify(step)}`)].join('\n')

/** Prints what broke a rule: the seed, and the fewest steps that still break it. */
const report = async ({ seed, violations }: Broken, { play }: Stage): Promise<void> => {
  const rule = ruleOf(violations[0])
  const breaks = async (scenario: Scenario): Promise<boolean> =>
    ruleOf((await play(scenario)).violations[0]) === rule
  const scenario = scenarioOf(seed)
  console.log(`seed ${seed} breaks a rule:\n${violations.slice(0, 3).join('\n').slice(0, 2_000)}`)
  if (await breaks(scenario)) console.log(`It still does with:\n${stepsOf(await shrink(scenario, breaks))}`)
  else console.log('It does not when it is played alone: something of an earlier run is left.')
  console.log(`Replay it: node test/simulation/run.ts --seed ${seed}\n`)
}

const replay = async (seed: number, bug?: Bug): Promise<boolean> => {
  const stage = await openStage(bug)
  const scenario = scenarioOf(seed)
  console.log(stepsOf(scenario))
  const { trace, hash, violations } = await stage.play(scenario, true)
  console.log(trace.join('\n'))
  console.log(`hash ${hash}`)
  if (violations.length > 0) await report({ seed, violations }, stage)
  return violations.length === 0
}

const reportAll = async (broken: readonly Broken[]): Promise<void> => {
  if (broken.length === 0) return
  const stage = await openStage()
  for (const one of broken.slice(0, SHOWN)) await report(one, stage)
  for (const { seed, violations } of broken.slice(SHOWN))
    console.log(`seed ${seed}: ${ruleOf(violations[0])}`)
}

const runMany = async (count: number): Promise<boolean> => {
  const crew = hireCrew()
  const began = performance.now()
  const cpu = process.cpuUsage()
  const parts: Promise<Found>[] = []
  for (let done = 0; done < count; done += AT_A_TIME)
    parts.push(crew.give({ from: from + done, count: Math.min(AT_A_TIME, count - done) }))
  const found = await Promise.all(parts)
  const minutes = (performance.now() - began) / 60_000
  const { user, system } = process.cpuUsage(cpu)
  const used = (user + system) / 60_000_000
  await crew.dismiss()
  const broken = found.flatMap((part) => part.broken)
  const virtualMinutes = found.reduce((sum, { virtualMs }) => sum + virtualMs, 0) / 60_000
  await reportAll(broken)
  console.log(
    `${count} seeds, ${broken.length} broke a rule; ${Math.round(count / minutes)} seeds a minute on ${crew.size}` +
      ` threads (${Math.round(count / used)} a minute of one processor's time), ${Math.round(virtualMinutes / minutes)} times real time`,
  )
  return broken.length === 0
}

/** Looks for each bug, and prints with which seed it was found, and by what rule. */
const hunt = async (bugs: readonly Bug[], count: number): Promise<boolean> => {
  const crew = hireCrew()
  const hunts = bugs.map(({ name }) => crew.give({ bug: name, from, count }))
  let caught = 0
  for (const [index, { name }] of bugs.entries()) {
    const broken = (await hunts[index])?.broken[0]
    if (broken !== undefined) caught += 1
    const where =
      broken === undefined
        ? `NOT FOUND in ${count} seeds`
        : `seed ${String(broken.seed).padStart(4)}  ${ruleOf(broken.violations[0])}`
    console.log(`${name.padEnd(62)} ${where}`)
  }
  await crew.dismiss()
  console.log(`${caught} of ${bugs.length} bugs found`)
  return caught === bugs.length
}

const named = BUGS.filter(({ name }) => values.bug?.some((part) => name.includes(part)))
const planted = values.bugs ? BUGS : named
const count = Number(values.seeds ?? (planted.length > 0 ? 2_000 : 1_000))
const perform = (): Promise<boolean> => {
  if (values.seed !== undefined) return replay(Number(values.seed), named[0])
  return planted.length > 0 ? hunt(planted, count) : runMany(count)
}
process.exitCode = (await perform()) ? 0 : 1
