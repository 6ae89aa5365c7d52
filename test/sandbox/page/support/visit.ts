import { type Browser, chromium, type Page } from 'playwright-core'
import { openHouse, type PageHouse } from '../../../../sandbox/page/house.ts'
import { bundle } from '../../../../sandbox/page/server/bundle.ts'
import { servePage } from '../../../../sandbox/page/server/serve.ts'
import type { StageWish } from '../../../../sandbox/stage.ts'
import { findChromium } from '../../../../scripts/find.mjs'

export const DESKTOP = { width: 1280, height: 800 } as const
export const PHONE = { width: 390, height: 844 } as const

// Chromium's own sandbox refuses root; shared memory is small in containers.
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage']

/** For one test: a program, five stand-ins and a browser take their time on a busy machine. */
export const PATIENCE = 240_000

const WAIT_MS = 60_000

/** A browser at the page of a house. */
export type Visit = Readonly<{
  house: PageHouse
  page: Page
  /** Where the page is, without a slash at its end. */
  address: string
  /** Everything that went wrong in the browser, or left this machine. */
  trouble: readonly string[]
  leave(): Promise<void>
}>

const isLoopback = (url: string): boolean =>
  /^(data|blob|about):/.test(url) || ['127.0.0.1', 'localhost'].includes(new URL(url).hostname)

const listen = (page: Page, trouble: string[]): void => {
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) trouble.push(line.text())
  })
  page.on('request', (request) => {
    if (!isLoopback(request.url())) trouble.push(`asked for ${request.url()}`)
  })
}

const launch = async (): Promise<Browser> => {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    throw new Error(
      'Chromium is not installed. Run npm test, which installs it where it can, or install the package chromium.',
    )
  }
  return chromium.launch({ executablePath, args: FLAGS })
}

export type VisitWish = Pick<StageWish, 'catalogue'> & {
  viewport?: { width: number; height: number }
  theme?: 'dark' | 'light'
}

/** Opens a house, serves its page, and visits it with a real browser. */
export const visit = async ({
  viewport = DESKTOP,
  theme = 'dark',
  ...wish
}: VisitWish = {}): Promise<Visit> => {
  const browser = await launch()
  const house = await openHouse(wish)
  const server = await servePage(house, await bundle())
  const isPhone = viewport.width < 500
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    hasTouch: isPhone,
    isMobile: isPhone,
    locale: 'en-GB',
  })
  context.setDefaultTimeout(WAIT_MS)
  const trouble: string[] = []
  const page = await context.newPage()
  listen(page, trouble)
  const address = `http://127.0.0.1:${server.port}`
  await page.goto(address)
  return {
    house,
    page,
    address,
    trouble,
    leave: async () => {
      await browser.close()
      await server.down()
      await house.leave()
    },
  }
}
