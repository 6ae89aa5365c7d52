import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIMessage } from 'discord-api-types/v10'
import { type Browser, chromium, type Page } from 'playwright-core'

/** One card or message, as one person sees it. */
type Shot = Readonly<{
  /** The file's name, without theme and ending. */
  name: string
  /** What it shows, for those who can't see it. */
  alt: string
  who: { id: string }
  /** The room it is in: a channel's id, or `dm`. */
  room: string
  message: APIMessage | undefined
}>

export type Camera = Readonly<{
  /** Takes a picture of a message as it is now, in both themes. */
  take(shot: Shot): Promise<void>
  /** Takes a picture of the form that `open` opens, under the newest message of the room. */
  takeForm(shot: Omit<Shot, 'message'> & { open(page: Page): Promise<void> }): Promise<void>
  /** Takes a picture of the whole page, as somebody sees a room. */
  takePage(shot: Omit<Shot, 'message'> & { width: number; height: number }): Promise<void>
  /** Writes the page that shows them all, and puts the camera away. */
  close(): Promise<void>
}>

/** What of a page is taken, in a window of what size, after what was done there. */
type Frame = Readonly<{
  frame: string
  width: number
  height: number
  open?: (page: Page) => Promise<void>
}>

const THEMES = ['dark', 'light'] as const
const WIDTH = 520

/** Chromium asks its makers for things by itself; nothing of that may leave the machine. */
const ALONE = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const indexOf = (shots: readonly Omit<Shot, 'message'>[]): string =>
  [
    '# Pictures',
    '',
    'Made by `npm run pictures`: the real program, before stand-ins.',
    ...shots.map(
      ({ name, alt }) => `
## ${alt}

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${name}-dark.png">
  <img src="${name}-light.png" alt="${alt}">
</picture>`,
    ),
    '',
  ].join('\n')

/** Opens a camera on a page that is served at `url`. `folder` is emptied, and gets the pictures. */
export const openCamera = async (url: string, folder: string, executablePath: string): Promise<Camera> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const browser: Browser = await chromium.launch({ executablePath, args: ALONE })
  const taken: Omit<Shot, 'message'>[] = []

  const shoot = async (
    path: string,
    { name, who, room }: Omit<Shot, 'message' | 'alt'>,
    { frame, width, height, open }: Frame,
  ) => {
    for (const theme of THEMES) {
      const page = await browser.newPage({
        viewport: { width, height },
        deviceScaleFactor: 1.5,
        colorScheme: theme,
      })
      await page.goto(`${url}${path}?as=${who.id}&room=${room}&theme=${theme}&width=${width}`)
      await open?.(page)
      await page.waitForSelector(frame)
      await page.waitForLoadState('load')
      await page.waitForTimeout(400)
      await page.locator(frame).screenshot({ path: join(folder, `${name}-${theme}.png`) })
      await page.close()
    }
  }

  return {
    take: async ({ message, ...shot }) => {
      if (message === undefined) throw new Error(`there is no message for the picture ${shot.name}`)
      const frame = { frame: 'sandbox-single[ready]', width: WIDTH, height: 900 }
      await shoot(`/message/${message.id}`, shot, frame)
      taken.push(shot)
    },
    takeForm: async ({ open, ...shot }) => {
      const frame = 'sandbox-form dialog'
      const openAndLeave = async (page: Page) => {
        await open(page)
        // What has the focus is marked, and draws the eye to it.
        await page.locator(`${frame} h2`).click()
      }
      await shoot('/', shot, { frame, width: WIDTH, height: 900, open: openAndLeave })
      taken.push(shot)
    },
    takePage: async ({ width, height, ...shot }) => {
      await shoot('/', shot, { frame: 'sandbox-app', width, height })
      taken.push(shot)
    },
    close: async () => {
      await writeFile(join(folder, 'README.md'), indexOf(taken))
      await browser.close()
    },
  }
}
