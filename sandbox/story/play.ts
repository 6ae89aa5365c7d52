import type { Stage } from '../stage.ts'
import { addInPlex, fetchListed, lookOften } from './add-in-plex.ts'
import { approveFilm, askForFilm, fetchFilm, linkPlex } from './ask-for-a-film.ts'
import { approveShow, askForShow, fetchShow } from './ask-for-a-show.ts'
import type { Narrator } from './narrator.ts'
import { addSonarr, setUp } from './set-up.ts'

/**
 * Plays the main story: from nothing to a film and three seasons of a show that were asked for, and a film that was
 * only put on a watchlist, all fetched and told.
 * @throws when something does not happen in time, or one of Discord's rules was broken
 */
export const playStory = async (stage: Stage, narrator: Narrator): Promise<void> => {
  await setUp(stage, narrator)
  await linkPlex(stage, narrator)
  await lookOften(stage, narrator)
  await askForFilm(stage, narrator)
  await approveFilm(stage, narrator)
  await fetchFilm(stage, narrator)
  await addSonarr(stage, narrator)
  await askForShow(stage, narrator)
  await approveShow(stage, narrator)
  await fetchShow(stage, narrator)
  await addInPlex(stage, narrator)
  await fetchListed(stage, narrator)
  const { breaches } = stage.discord
  if (breaches.length > 0) throw new Error(`Discord's rules were broken: ${JSON.stringify(breaches)}`)
}
