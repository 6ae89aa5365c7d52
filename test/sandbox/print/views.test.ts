import { describe, expect, test } from 'vitest'
import { printChoices } from '../../../sandbox/discord/print/print-choices.ts'
import { printMessage } from '../../../sandbox/discord/print/print-message.ts'
import { printModal } from '../../../sandbox/discord/print/print-modal.ts'
import { widthOf } from '../../../sandbox/discord/print/width.ts'
import { choices, messages, modals } from '../checks/view-samples.ts'
import { options } from './names.ts'

const widest = (text: string): number => Math.max(...text.split('\n').map(widthOf))

const MARKUP = /<@|<#|<t:|\*\*|^\W*(##|-#) /m

describe('everything that the program shows', () => {
  const printed = [
    ...Object.entries(messages()).map(([name, body]) => [name, printMessage(body, options)] as const),
    ...Object.entries(modals()).map(([name, modal]) => [name, printModal(modal, options)] as const),
    ...Object.entries(choices()).map(([name, offered]) => [name, printChoices(offered)] as const),
  ]

  test.each(printed)('%s fits, and leaves no markup', (_name, text) => {
    expect(text).not.toBe('')
    expect(widest(text)).toBeLessThanOrEqual(72)
    expect(text).not.toMatch(MARKUP)
  })
})
