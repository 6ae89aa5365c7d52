import type { Album } from '../album.ts'

const ARRIVAL = 329_865
const SECOND = 1_000

/** One film, from the asking to the direct message. */
export const oneFilm = async (album: Album): Promise<void> => {
  const { house, stage, message, dm, cardOf, approve, takePrivate, takeCard, takeDm } = album
  const { discord, anna, carla, desk, requests, radarr } = stage
  const card = await cardOf(anna, 'arriv', 'Arrival (2016)')
  await takePrivate('request-film', 'The card of a film that isn’t here yet', anna, card.message)
  await (await discord.as(anna).press(card, 'Request')).settled()
  await takePrivate('request-asked', 'The film was asked for', anna, card.message)

  const pending = await message(desk, 'Arrival', 'Waiting for a decision')
  await takeCard('approval-pending', 'A request waits for an approver’s decision', desk, pending)
  await takeCard('approval-approved', 'The request was approved', desk, await approve('Arrival'))
  const again = await cardOf(carla, 'arriv', 'Arrival (2016)')
  await takePrivate('request-me-too', 'Somebody asked for it already: join in', carla, again.message)
  await (await discord.as(carla).press(again, 'Me too')).settled()
  const looking = await message(requests, 'Arrival', 'Looking for a copy')
  await takeCard('status-looking', 'A copy is being looked for', requests, looking)

  await radarr.release(ARRIVAL)
  radarr.progress(ARRIVAL, 42)
  await message(requests, 'Arrival', '**Downloading**')
  await house.jump(61 * SECOND)
  const percent = await message(requests, 'Arrival', '42%')
  await takeCard('status-downloading', 'The film is on its way, with percent and arrival', requests, percent)
  await radarr.blockImport(ARRIVAL)
  const stuck = await message(requests, 'Arrival', 'Stuck')
  await takeCard('status-stuck', 'A person has to look at the download', requests, stuck)
  const why = await message(desk, 'Arrival', 'can’t import')
  await takeCard('approval-stuck', 'Why the import is blocked, and what to do', desk, why)
  radarr.progress(ARRIVAL, 100)
  await radarr.import(ARRIVAL)
  await takeDm('dm-ready', 'A direct message: the film is ready', anna, await dm(anna, 'Arrival', 'is ready'))
  const ready = await message(requests, 'Arrival', '**Ready**')
  await takeCard('status-ready', 'The film is ready', requests, ready)
  const here = await cardOf(anna, 'arriv', 'Arrival (2016)')
  await takePrivate('request-here', 'The card of a film that is here already', anna, here.message)
}
