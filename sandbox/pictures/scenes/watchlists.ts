import { textOf } from '../../discord/messages/text.ts'
import { LISTED, lookOften } from '../../story/add-in-plex.ts'
import { silent } from '../../story/narrator.ts'
import type { Album } from '../album.ts'

/** People whom the owner knows at Plex, and what stood on a watchlist before anybody looked. */
export const furnishPlex = ({ stage: { plex, accounts, server } }: Album): void => {
  for (const title of ['Spirited Away', 'Whiplash']) plex.watchlist.add(accounts.anna, title)
  const dario = plex.addAccount({ name: 'dario_tv' })
  const emil = plex.addAccount({ name: 'emil' })
  for (const friend of [dario, emil]) plex.share(server, friend)
  plex.watchlist.hide(emil)
  plex.hold(server, 'Parasite')
}

/** What members and admins see of Plex watchlists. */
export const watchlists = async (album: Album): Promise<void> => {
  const { stage, message, approve, takePrivate, takeCard } = album
  const { discord, owner, anna, desk, plex, accounts } = stage
  const member = discord.as(anna)
  const olga = discord.as(owner)
  await lookOften(stage, silent)
  plex.watchlist.add(accounts.anna, 'Parasite')
  plex.watchlist.add(accounts.anna, LISTED.title)
  const card = await message(desk, LISTED.title, 'Waiting for a decision')
  await takeCard('approval-watchlist', 'A request that came from a Plex watchlist', desk, card)
  await approve(LISTED.title)
  await message(stage.requests, LISTED.title, 'Looking for a copy')

  const list = await discord.until(async () => {
    const seen = await (await member.slash('watchlist')).settled()
    return seen.text().includes('already on') ? seen : undefined
  }, 30_000)
  await takePrivate('watchlist', 'A Plex watchlist, and what became of each title', anna, list.message)
  const item = await (await member.press(list, 'Open', { beside: 'Whiplash' })).settled()
  await takePrivate('watchlist-item', 'A title on it that nobody asked for yet', anna, item.message)

  const members = await discord.until(async () => {
    const seen = await (await olga.slash('members')).settled()
    return seen.message !== undefined && textOf(seen.message).includes('hidden') ? seen : undefined
  }, 60_000)
  await takePrivate('members', 'Whose watchlists are read', owner, members.message)
  const opened = await (await olga.press(members, 'Open', { beside: `<@${anna.id}>` })).settled()
  await takePrivate('member', 'One of them, with what holds for them', owner, opened.message)
  await (await olga.press(members, 'Defaults')).settled()
  await takePrivate('members-defaults', 'What holds for watchlists', owner, members.message)
  const status = await (await olga.slash('status')).settled()
  await takePrivate('status', 'How Usherr is, as admins see it', owner, status.message)
}
