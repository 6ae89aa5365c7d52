import { once } from 'node:events'
import { openHouse } from './house.ts'
import { bundle } from './server/bundle.ts'
import { servePage } from './server/serve.ts'

/** A port that is easy to remember; where it is taken, any other does. */
const USUAL_PORT = 3004

/** Serves the page until somebody ends it, and leaves nothing behind. */
export const runPage = async (write: (text: string) => void): Promise<void> => {
  const files = await bundle()
  const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')])
  const house = await openHouse({
    ended: (lines) => write(`Usherr has ended. Its last words:\n${lines.join('\n')}\n`),
  })
  const page = await servePage(house, files, USUAL_PORT).catch(() => servePage(house, files))
  write(`Usherr's sandbox is at http://127.0.0.1:${page.port} (Ctrl-C ends it)\n`)
  await asked
  await page.down()
  await house.leave()
}
