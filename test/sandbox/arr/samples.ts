import { existsSync, readFileSync } from 'node:fs'
import { shapeOf } from './support.ts'

const SAMPLES = new URL('../../../../shared/specs/webhook-samples/', import.meta.url)

export const hasSamples = existsSync(SAMPLES)

/** The keys of a sample, in their order, and the types behind them. */
export const sampleShape = (name: string): string[] =>
  shapeOf(JSON.parse(readFileSync(new URL(`${name}.json`, SAMPLES), 'utf8')))
