import type { Stage } from '../stage.ts'
import { findCard } from './find-card.ts'
import type { Narrator } from './narrator.ts'

/** The film of the story. */
export const FILM = { title: 'Arrival', year: 2016, tmdbId: 329_865 } as const

const label = `${FILM.title} (${FILM.year})`

/** Anna proves who she is at Plex. */
export const linkPlex = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, anna, plex, accounts } = stage
  const person = discord.as(anna)
  narrator.scene('Anna links her Plex account')
  narrator.does('anna', '/link')
  const link = await (await person.slash('link')).settled()
  narrator.sees('anna', link.message)
  plex.signIn(person.link(link, 'Sign in to Plex'), accounts.anna)
  await discord.until(() => link.text().includes('Linked to'), 10_000)
  narrator.sees('anna', link.message)
}

/** Anna asks for a film, in two taps. */
export const askForFilm = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, anna, desk } = stage
  const person = discord.as(anna)
  narrator.scene('Anna asks for a film')
  narrator.does('anna', '/request title: arrival')
  const typed = await person.type('request', 'title', 'arrival')
  const choice = typed.choices?.find(({ name }) => name.includes(label))
  if (choice === undefined) throw new Error(`autocomplete offered no ${label}`)
  narrator.does('anna', `picks “${choice.name}”`)
  const card = await (await person.slash('request', { title: String(choice.value) })).settled()
  narrator.sees('anna', card.message)
  narrator.does('anna', 'presses “Request”')
  await (await person.press(card, 'Request')).settled()
  narrator.sees('anna', card.message)
  await discord.until(() => discord.channel(desk).messages().length > 0, 10_000)
}

/** Bela decides, with one press. */
export const approveFilm = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, bela, desk, radarr } = stage
  narrator.scene('Bela decides in #usherr-desk')
  const card = findCard(stage, desk, label)
  if (card === undefined) throw new Error('there is no approval card')
  narrator.sees('bela', card)
  narrator.does('bela', 'presses “Approve”')
  const answer = await discord.as(bela).press(card, 'Approve')
  await answer.settled()
  await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, 10_000)
  narrator.sees('bela', answer.message)
}

/** Radarr finds it, downloads it and imports it, and Anna hears. */
export const fetchFilm = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, anna, requests, radarr } = stage
  const statusText = () =>
    discord
      .as(anna)
      .sees(requests)
      .map((message) => JSON.stringify(message))
      .join('\n')
  narrator.scene('Radarr fetches it')
  await radarr.release(FILM.tmdbId)
  await discord.until(() => statusText().includes('**Downloading**'), 10_000)
  narrator.meanwhile('Radarr has found a release and downloads it.')
  narrator.sees('everybody in #requests', discord.channel(requests).messages()[0])
  radarr.progress(FILM.tmdbId, 100)
  await radarr.import(FILM.tmdbId)
  narrator.meanwhile('The download is done and imported; Radarr tells Usherr.')
  await discord.until(() => discord.dms(anna).length > 0, 10_000)
  narrator.scene('Anna hears back')
  narrator.sees('anna, in her direct messages,', discord.dms(anna)[0])
  await discord.until(() => statusText().includes('**Ready**'), 10_000)
  narrator.sees('everybody in #requests', discord.channel(requests).messages()[0])
}
