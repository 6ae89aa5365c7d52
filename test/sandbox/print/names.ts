import type { PrintOptions } from '../../../sandbox/discord/print/options.ts'

/** Noon, for whoever reads these messages. */
export const NOW = Date.parse('2026-11-21T12:00:00Z')

const PEOPLE: Readonly<Record<string, string>> = { 1: 'anna', 2: 'bela' }

export const options: PrintOptions = {
  now: NOW,
  names: {
    user: (id) => PEOPLE[id] ?? 'somebody',
    channel: () => 'requests',
    role: () => 'approvers',
  },
}

/** A whole rendering, written as a block of its own between line ends. */
export const block = (text: string): string => text.replace(/^\n/, '').replace(/\n *$/, '')
