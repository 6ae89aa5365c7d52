import type { Locator, Page } from 'playwright-core'

/** What a visitor does on the page, on a desktop or on a phone. */
export const handsOn = (page: Page) => {
  const isPhone = () => (page.viewportSize()?.width ?? 0) < 500
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })

  /** The rooms are at the side of a desktop, and in a drawer of a phone. */
  const openRooms = async () => {
    if (isPhone()) await button('Channels').click()
  }
  const composer = () => page.getByRole('combobox', { name: /^Message [#@]/ })

  return {
    button,
    composer,
    log: () => page.getByRole('log'),
    /** The newest message. */
    last: () => page.locator('sandbox-message').last(),
    openRooms,

    be: async (name: string) => {
      await openRooms()
      await button(/^You are /).click()
      await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click()
      await page.waitForURL(/as=\d+/)
    },

    go: async (room: string) => {
      await openRooms()
      await page.getByLabel('Channels', { exact: true }).getByRole('button', { name: room }).click()
      await page.locator('main').getByRole('heading', { name: room, exact: true }).waitFor()
    },

    /** Types a command without options. */
    say: async (command: string) => {
      await composer().fill(command)
      await composer().press('Enter')
      await page.getByLabel(`${command}, Enter sends`).press('Enter')
    },

    choose: async (select: Locator, option: string | RegExp) => {
      await select.click()
      await page.getByRole('option', { name: option }).click()
    },

    openWorld: async () => {
      const isOpen = (await page.locator('sandbox-world').count()) > 0
      if (!isOpen) await button('The world').click()
      return page.locator('sandbox-world')
    },
    closeWorld: async () => {
      if (isPhone()) await button('Close the world').click()
    },
  }
}

export type Hands = ReturnType<typeof handsOn>
