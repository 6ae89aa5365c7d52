import { SHOW } from '../../story/ask-for-a-show.ts'
import type { Album } from '../album.ts'

const SECOND = 1_000

/** A show, of which some seasons come; and a long one. */
export const oneShow = async (album: Album): Promise<void> => {
  const { house, stage, message, dm, cardOf, takePrivate, takeCard, takeDm, takeForm } = album
  const { discord, anna, bela, desk, requests, sonarr } = stage
  const asker = discord.as(anna)
  const card = await cardOf(anna, 'dark', 'Dark (2017)')
  await takePrivate('request-show', 'The card of a show, with its seasons', anna, card.message)
  await (await asker.press(card, 'All seasons')).settled()
  await (await asker.press(card, 'Request')).settled()
  const pending = await message(desk, 'Dark', 'Waiting for a decision')
  await takeCard('approval-show', 'Seasons of a show wait for a decision', desk, pending)
  const changes = await (await discord.as(bela).press(pending, 'Approve with changes')).settled()
  await takePrivateAt(album, 'approval-changes', 'Where it goes, before it is decided', changes.message)
  const details = 'Where it goes, how good it is to be, and which seasons of it'
  await takeForm('form-changes', details, bela, desk, 'Instance', 'Sonarr')
  await (await discord.as(bela).press(pending, 'Approve')).settled()
  await discord.until(() => sonarr.state.commands.some(({ name }) => name === 'SeasonSearch'), 20_000)
  await sonarr.release(SHOW.tvdbId, { seasons: [1] })
  await sonarr.import(SHOW.tvdbId)
  const part = await message(requests, 'Dark', '10 of 26')
  await takeCard('status-show', 'Some episodes are here, the rest is looked for', requests, part)
  await house.jump(130 * SECOND)
  const season = await dm(anna, 'Dark', 'ready')
  await takeDm('dm-season', 'A direct message: a season is ready', anna, season)

  const long = await cardOf(anna, 'simpsons', 'The Simpsons (1989)')
  await takePrivate('request-long-show', 'The card of a show with 37 seasons', anna, long.message)
  const typed = 'Seasons as one types them, past 25'
  await takeForm('form-seasons', typed, anna, stage.world.general, 'Choose seasons…')
}

const takePrivateAt = (
  { stage, takeCard }: Album,
  name: string,
  alt: string,
  message: Parameters<Album['takeCard']>[3] | undefined,
): Promise<void> => {
  if (message === undefined) throw new Error(`there is no message for the picture ${name}`)
  return takeCard(name, alt, stage.desk, message)
}
