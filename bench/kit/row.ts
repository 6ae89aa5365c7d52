/** What one measurement came to, beside its baseline in the same run. */
export type Row = Readonly<{
  benchmark: string
  /** In which situation. */
  of: string
  value: number
  baseline: number
  unit: 'calls' | 'µs'
  /** What the value had to reach, in words, and whether it did. */
  reach: string
  isReached: boolean
}>

/** `isShort` asks for a round that takes seconds, of the same shape. */
type Round = Readonly<{ isShort: boolean }>

/** Measures something, and its baseline with it. */
export type Benchmark = Readonly<{
  name: string
  /** What the value and the baseline are, in a line each. */
  value: string
  baseline: string
  run(round: Round): Promise<readonly Row[]>
}>
