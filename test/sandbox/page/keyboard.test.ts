import { afterEach, expect, it } from 'vitest'
import { linkPlex } from '../../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../../sandbox/story/narrator.ts'
import { setUp } from '../../../sandbox/story/set-up.ts'
import { handsOn } from './support/hands.ts'
import { PATIENCE, type Visit, visit } from './support/visit.ts'

let open: Visit
afterEach(() => open.leave())

/** The name of what has the focus, within however many shadow roots. */
const FOCUSED = `(() => {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused?.getAttribute('aria-label') ?? ''
})()`

/** Presses Tab (or Shift+Tab) until the focus is on something with this name. */
const tabTo = async ({ page }: Visit, name: RegExp, key = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (name.test(await page.evaluate<string>(FOCUSED))) return
    await page.keyboard.press(key)
  }
  throw new Error(`The key ${key} does not lead to ${name}`)
}

it('a film is asked for without touching the mouse', { timeout: PATIENCE }, async () => {
  open = await visit()
  const { page, house } = open
  const { last } = handsOn(page)
  const { keyboard } = page
  await setUp(house.stage, silent)
  await linkPlex(house.stage, silent)

  await tabTo(open, /^You are olga/)
  await keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: /^olga/ }).waitFor()
  for (let step = 0; step < 3; step += 1) await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: /^You are anna/ }).waitFor()

  await tabTo(open, /^Message #general/)
  await keyboard.type('/req')
  await page.getByRole('option', { name: /^\/requests/ }).waitFor()
  await keyboard.press('Enter')
  await keyboard.type('dune', { delay: 30 })
  await page.getByRole('option').nth(1).waitFor()
  const second = (await page.getByRole('option').nth(1).textContent())?.trim() ?? ''
  await keyboard.press('ArrowDown')
  expect(await page.getByRole('option').nth(1).getAttribute('aria-selected')).toBe('true')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  const title = second.replace(/^\P{L}+/u, '')
  await last().getByRole('heading', { name: title }).waitFor()

  await tabTo(open, /^Request$/, 'Shift+Tab')
  await keyboard.press('Enter')
  await last().getByText('Asked. You’ll hear').waitFor()
  // The button is gone with the answer, and with it the focus: what is typed goes to the message all the same.
  await page.evaluate('document.activeElement?.blur()')
  await keyboard.type('/wat')
  await page.getByRole('option', { name: /^\/watchlist/ }).waitFor()
  await tabTo(open, /^Message #general/)
  expect(open.trouble).toEqual([])
})

it('Escape closes what is open, a form too, and leaves nothing sent', { timeout: PATIENCE }, async () => {
  open = await visit()
  const { page, house } = open
  const { composer, say, last, button } = handsOn(page)
  await composer().fill('/')
  await page.getByRole('listbox').waitFor()
  await composer().press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'detached' })

  await say('/setup')
  await last().getByRole('combobox', { name: 'Admin channel' }).press('Enter')
  await page.getByRole('listbox', { name: 'Admin channel' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  await last().getByText('Admin channel: not chosen').waitFor()

  await button('Add Radarr', last()).press('Enter')
  const form = page.getByRole('dialog', { name: 'Add Radarr' })
  await form.getByRole('textbox', { name: 'Name' }).waitFor()
  expect(await page.evaluate<string>(FOCUSED)).toBe('Name')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  expect(await page.evaluate<string>(FOCUSED)).toBe('Add Radarr')
  expect(house.stage.radarr.calls).toEqual([])
  expect(open.trouble).toEqual([])
})
