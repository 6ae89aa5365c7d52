import { type Markup, markup } from '../../platform/i18n.ts'

/** A moment as each reader's own clock shows it: `R` from now ("in 2 hours"), `D` the date. */
export const moment = (at: number, style: 'R' | 'D' = 'R'): Markup =>
  markup(`<t:${Math.floor(at / 1_000)}:${style}>`)
