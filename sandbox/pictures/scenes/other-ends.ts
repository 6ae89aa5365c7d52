import type { Album } from '../album.ts'

const HOUR = 3_600_000

/** A request that is denied, one that nobody finds, and words that find nothing. */
export const otherEnds = async (album: Album): Promise<void> => {
  const { house, stage, message, dm, cardOf, approve, takePrivate, takeCard, takeDm, takeForm } = album
  const { discord, anna, bela, desk } = stage
  const asker = discord.as(anna)
  const ask = async (typed: string, title: string) => {
    const card = await cardOf(anna, typed, title)
    await (await asker.press(card, 'Request')).settled()
  }

  await ask('matrix', 'The Matrix (1999)')
  const pending = await message(desk, 'The Matrix', 'Waiting for a decision')
  await takeForm('form-deny', 'Why it is denied, from the saved reasons or in words', bela, desk, 'Deny')
  const form = await discord.as(bela).press(pending, 'Deny')
  const reason = { Reason: 'There’s no room for it right now.', Message: 'Ask again next month.' }
  await (await discord.as(bela).fill(form, reason)).settled()
  const denied = await message(desk, 'The Matrix', 'Denied by')
  await takeCard('approval-denied', 'The request was denied, with the reason', desk, denied)
  await takeDm('dm-denied', 'A direct message: denied, and why', anna, await dm(anna, 'The Matrix', 'denied'))
  const before = await cardOf(anna, 'matrix', 'The Matrix (1999)')
  await takePrivate('request-denied-before', 'The card says that it was denied', anna, before.message)

  await ask('inception', 'Inception (2010)')
  await approve('Inception')
  await message(stage.requests, 'Inception', 'Looking for a copy')
  await house.jump(26 * HOUR)
  const unfound = await dm(anna, 'Inception', 'nothing found yet')
  await takeDm('dm-unfound', 'A direct message: nothing found yet, with three choices', anna, unfound)

  const nothing = await (await asker.slash('request', { title: 'qqqqzzzz' })).settled()
  await takePrivate('refusal', 'Nothing found, and what to try', anna, nothing.message)
  const results = await (await asker.slash('request', { title: 'the' })).settled()
  await takePrivate('results', 'Words that may mean several titles', anna, results.message)

  const list = await (await asker.slash('requests')).settled()
  await takePrivate('requests', 'The list of somebody’s requests', anna, list.message)
  const opened = await (await asker.press(list, 'Open', { beside: 'Inception' })).settled()
  await takePrivate('requests-open', 'One of them, opened', anna, opened.message)
  const why = await (await asker.press(opened, 'Why?')).settled()
  await takePrivate('requests-why', 'What was looked at and decided, in words', anna, why.message)
}
