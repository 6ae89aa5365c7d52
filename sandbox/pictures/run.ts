import { fileURLToPath } from 'node:url'

import { openHouse } from '../page/house.ts'
import { bundle } from '../page/server/bundle.ts'
import { servePage } from '../page/server/serve.ts'
import { openAlbum } from './album.ts'
import { openCamera } from './camera.ts'
import { looks } from './scenes/looks.ts'
import { oneFilm } from './scenes/one-film.ts'
import { oneShow } from './scenes/one-show.ts'
import { otherEnds } from './scenes/other-ends.ts'
import { settingUp } from './scenes/setting-up.ts'
import { trouble } from './scenes/trouble.ts'
import { furnishPlex, watchlists } from './scenes/watchlists.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
/** The browser that takes the pictures; the launcher looks for it. */
const [, , BROWSER = 'chromium'] = process.argv
const SCENES = { settingUp, oneFilm, oneShow, watchlists, otherEnds, trouble, looks }

const house = await openHouse()
const page = await servePage(house, await bundle())
try {
  const camera = await openCamera(`http://127.0.0.1:${page.port}`, FOLDER, BROWSER)
  const album = openAlbum(house, camera)
  furnishPlex(album)
  for (const [name, play] of Object.entries(SCENES)) {
    await play(album)
    process.stdout.write(`${name}\n`)
  }
  await camera.close()
} finally {
  await page.down()
  await house.leave()
}
