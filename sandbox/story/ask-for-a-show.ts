import { textOf } from '../discord/messages/text.ts'
import type { Stage } from '../stage.ts'
import { findCard } from './find-card.ts'
import type { Narrator } from './narrator.ts'

/** The show of the story: three seasons, of 10, 8 and 8 episodes. */
export const SHOW = { title: 'Dark', year: 2017, tvdbId: 334_824, seasons: [1, 2, 3] } as const

const label = `${SHOW.title} (${SHOW.year})`

const approvalCard = (stage: Stage) => findCard(stage, stage.desk, label)

/** Anna asks for all three seasons of a show. */
export const askForShow = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, anna } = stage
  const person = discord.as(anna)
  narrator.scene('Anna asks for a show')
  narrator.does('anna', '/request title: dark')
  const typed = await person.type('request', 'title', 'dark')
  const choice = typed.choices?.find(({ name }) => name.includes(label))
  if (choice === undefined) throw new Error(`autocomplete offered no ${label}`)
  const card = await (await person.slash('request', { title: String(choice.value) })).settled()
  narrator.sees('anna', card.message)
  narrator.does('anna', 'presses “All seasons”, then “Request”')
  await (await person.press(card, 'All seasons')).settled()
  await (await person.press(card, 'Request')).settled()
  narrator.sees('anna', card.message)
  await discord.until(() => approvalCard(stage) !== undefined, 10_000)
}

/** Bela approves it, and Sonarr gets it. */
export const approveShow = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, bela, sonarr } = stage
  narrator.scene('Bela decides')
  narrator.sees('bela', approvalCard(stage))
  narrator.does('bela', 'presses “Approve”')
  const card = approvalCard(stage)
  if (card === undefined) throw new Error('there is no approval card')
  await (await discord.as(bela).press(card, 'Approve')).settled()
  await discord.until(() => sonarr.adds(SHOW.tvdbId).effective === 1, 10_000)
}

/** Sonarr finds one pack after the other, imports them file by file, and Anna hears of whole seasons. */
export const fetchShow = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, anna, requests, sonarr } = stage
  const shows = (words: string) => {
    const card = findCard(stage, requests, label)
    return card !== undefined && textOf(card).includes(words)
  }
  narrator.scene('Sonarr fetches three seasons')
  await discord.until(() => shows('Looking for a copy'), 20_000)
  const before = discord.dms(anna).length
  await sonarr.release(SHOW.tvdbId, { seasons: SHOW.seasons })
  await discord.until(() => shows('**Downloading**'), 10_000)
  narrator.meanwhile('Sonarr has found all three seasons in one pack and downloads it.')
  narrator.sees('everybody in #requests', findCard(stage, requests, label))
  sonarr.progress(SHOW.tvdbId, 100)
  await sonarr.import(SHOW.tvdbId)
  narrator.meanwhile('26 episodes are imported, each with a webhook of its own.')
  await discord.until(() => discord.dms(anna).length > before, 20_000)
  narrator.scene('Anna hears once')
  narrator.sees('anna, in her direct messages,', discord.dms(anna).at(-1))
  await discord.until(() => shows('**Ready**'), 10_000)
  narrator.sees('everybody in #requests', findCard(stage, requests, label))
}
