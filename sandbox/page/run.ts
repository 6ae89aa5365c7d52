import { playStory } from '../story/play.ts'
import { printStory } from '../story/print-story.ts'
import { openHouse, type PageHouse } from './house.ts'
import { bundle } from './server/bundle.ts'
import { servePage } from './server/serve.ts'

/** A port that is easy to remember; where it is taken, any other does. */
const USUAL_PORT = 3004

type Write = (text: string) => void

/** Plays the main story where everybody can watch, and tells it on the terminal. */
const tell = async (house: PageHouse, write: Write, isLeft: () => boolean): Promise<void> => {
  const narrator = printStory(house.stage.world, process.stdout.isTTY === true, write)
  try {
    await house.play((stage) => playStory(stage, narrator))
    write('\n\nThe end. The page is yours now.\n')
  } catch (error) {
    if (isLeft()) return
    write(`\n\nThe story broke off: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

/** Resolves when somebody wants the end. Whoever asks twice, as a launcher or a hand may, must not break off the tidying. */
const endAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })

/**
 * Serves the page until somebody ends it, and leaves nothing behind. The main story is played once at the beginning,
 * unless the server is to be empty, for whoever wants to set it up.
 */
export const runPage = async (write: Write, isEmpty: boolean): Promise<void> => {
  const files = await bundle()
  const asked = endAsked()
  const house = await openHouse({
    ended: (lines) => write(`Usherr has ended. Its last words:\n${lines.join('\n')}\n`),
  })
  const page = await servePage(house, files, USUAL_PORT).catch(() => servePage(house, files))
  write(`Usherr's sandbox is at http://127.0.0.1:${page.port} (Ctrl-C ends it)\n`)
  let isLeft = false
  if (!isEmpty) void tell(house, write, () => isLeft)
  await asked
  isLeft = true
  await page.down()
  await house.leave()
}
