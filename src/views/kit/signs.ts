/** The few signs that we use, one per meaning. Never two in a row, never in a sentence. */
export const SIGNS = {
  asked: '🙋',
  waiting: '⏳',
  coming: '⬇️',
  ready: '🍿',
  refused: '🚫',
  withdrawn: '↩️',
  trouble: '⚠️',
  done: '✅',
  open: '⬜',
  film: '🎬',
  show: '📺',
} as const
