import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { addSonarr, setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

const HURRY = { CLOCK_RATE: '60' }
const CHERNOBYL = 360_893
const raise = (what: string): never => {
  throw new Error(what)
}

describe.each(databases)('what happened while nobody was here, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('is told once, and the webhooks work again', { timeout: 120_000 }, async () => {
    house = await openHouse(kind, HURRY)
    const { stage } = house
    const { discord, anna, bela, desk, requests, radarr, sonarr } = stage
    const cardOf = (channel: typeof desk, title: string) =>
      discord
        .channel(channel)
        .messages()
        .find((message) => textOf(message).includes(title))
    const shows = (title: string, words: string) =>
      discord.until(() => textOf(cardOf(requests, title) ?? raise('no card')).includes(words), 20_000)
    await setUp(stage, silent)
    await addSonarr(stage, silent)
    await askForFilm(stage, silent)
    await approveFilm(stage, silent)

    await radarr.grab(FILM.tmdbId)
    await shows('Arrival', '**Downloading**')
    radarr.fail(FILM.tmdbId, 'Unpacking failed')
    await shows('Arrival', 'Looking for a copy')
    const asker = discord.as(anna)
    const details = await (
      await asker.press(await (await asker.slash('requests')).settled(), 'Open')
    ).settled()
    await discord.until(
      async () =>
        (await (await asker.press(details, 'Why?')).settled())
          .text()
          .includes('A download failed: Unpacking'),
      10_000,
    )

    const typed = await asker.type('request', 'title', 'chernobyl')
    const choice = typed.choices?.find(({ name }) => name.includes('Chernobyl (2019)')) ?? raise('no choice')
    const ask = await (await asker.slash('request', { title: String(choice.value) })).settled()
    await (await asker.press(ask, 'Request')).settled()
    await discord.until(() => cardOf(desk, 'Chernobyl') !== undefined, 10_000)
    await (await discord.as(bela).press(cardOf(desk, 'Chernobyl'), 'Approve')).settled()
    await discord.until(() => sonarr.state.commands.some(({ name }) => name === 'SeasonSearch'), 20_000)
    await sonarr.release(CHERNOBYL, { season: 1 })
    await sonarr.import(CHERNOBYL)
    await radarr.grab(FILM.tmdbId)
    await radarr.import(FILM.tmdbId)
    await shows('Arrival', '**Ready**')
    await shows('Chernobyl', '**Ready**')
    await discord.until(() => discord.dms(anna).length === 2, 20_000)

    await house.program().kill()
    const far = radarr.clock.now() + 3_600_000
    for (const connection of [...radarr.connections, ...sonarr.connections])
      connection.standing = { level: 1, blockedUntil: far }
    await radarr.upgrade(FILM.tmdbId)
    await sonarr.deleteFile(CHERNOBYL, { season: 1, episode: 2 })
    await house.restart()
    await shows('Arrival', 'in a better copy since')
    await shows('Chernobyl', '4 of 5 episodes are left here')
    const blocked = () =>
      [...radarr.connections, ...sonarr.connections].filter(
        ({ standing }) => standing.blockedUntil !== undefined,
      )
    await discord.until(() => blocked().length === 0, 20_000)

    await sonarr.importByHand(CHERNOBYL, { season: 1, episode: 2 })
    await shows('Chernobyl', 'It’s in Plex. Enjoy.')
    await radarr.deleteFile(FILM.tmdbId)
    await shows('Arrival', '**Deleted**')
    expect(discord.dms(anna)).toHaveLength(2)
  })
})
