import type { Row } from './row.ts'

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })
const quantity = (value: number, unit: Row['unit']): string => `${number.format(value)} ${unit}`

/** How much less than the baseline it is. */
const better = ({ value, baseline }: Row): string =>
  value === 0 ? 'nothing' : `1 : ${number.format(Number((baseline / value).toPrecision(3)))}`

const HEADS = ['', 'measured', 'baseline', 'ratio', 'reach', ''] as const

const cellsOf = (row: Row): readonly string[] => [
  row.of,
  quantity(row.value, row.unit),
  quantity(row.baseline, row.unit),
  better(row),
  row.reach,
  row.isReached ? 'reached' : 'MISSED',
]

/** Rows of one benchmark, in columns. */
export const printTable = (rows: readonly Row[]): string => {
  const lines = [HEADS, ...rows.map(cellsOf)]
  const widths = HEADS.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)))
  const isNumber = (at: number): boolean => at > 0 && at < 4
  return lines
    .map((cells) =>
      cells
        .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('   ')
        .trimEnd(),
    )
    .join('\n')
}
