import { textOf } from '../discord/messages/text.ts'
import type { Stage } from '../stage.ts'
import { findCard } from './find-card.ts'
import type { Narrator } from './narrator.ts'

/** The film that is never asked for in Discord. */
export const LISTED = { title: 'The Grand Budapest Hotel', year: 2014, tmdbId: 120_467 } as const

const label = `${LISTED.title} (${LISTED.year})`

/** The owner has Plex looked at as often as can be. */
export const lookOften = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, owner } = stage
  const olga = discord.as(owner)
  narrator.scene('Olga looks whose watchlists are read')
  narrator.does('olga', '/members')
  const members = await (await olga.slash('members')).settled()
  narrator.sees('olga', members.message)
  narrator.does('olga', 'presses “Defaults”, then “How often…”, and types 10')
  const defaults = await olga.press(members, 'Defaults')
  const form = await olga.press(defaults, 'How often…')
  await (await olga.fill(form, { 'Seconds between two looks': '10' })).settled()
  await discord.until(() => members.text().includes('every 10 seconds'), 10_000)
}

/** Anna adds a film in the Plex app, and does nothing else. */
export const addInPlex = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, bela, desk, plex, accounts, radarr } = stage
  narrator.scene('Anna adds a film to her watchlist, in the Plex app')
  plex.watchlist.add(accounts.anna, LISTED.title)
  narrator.meanwhile(`Anna adds ${label} there. Usherr hears of it from Plex.`)
  const asked = await discord.until(() => findCard(stage, desk, label), 60_000)
  narrator.sees('bela', asked)
  narrator.does('bela', 'presses “Approve”')
  await (await discord.as(bela).press(asked, 'Approve')).settled()
  await discord.until(() => radarr.adds(LISTED.tmdbId).effective === 1, 10_000)
}

/** Radarr gets it, and Anna hears; her watchlist says what became of it. */
export const fetchListed = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, anna, radarr } = stage
  const news = () => discord.dms(anna).find((message) => textOf(message).includes(label))
  await radarr.release(LISTED.tmdbId)
  radarr.progress(LISTED.tmdbId, 100)
  await radarr.import(LISTED.tmdbId)
  narrator.meanwhile('Radarr finds it, downloads it and imports it.')
  narrator.sees('anna, in her direct messages,', await discord.until(news, 20_000))
  narrator.does('anna', '/watchlist')
  narrator.sees('anna', (await (await discord.as(anna).slash('watchlist')).settled()).message)
}
