import type { Album } from '../album.ts'

const DESKTOP = { width: 1_000, height: 720 }
const PHONE = { width: 390, height: 640 }

/** The whole of Discord as two people see it. */
export const looks = async ({ stage, message, cardOf, takePage }: Album): Promise<void> => {
  const { discord, anna, bela, carla, desk } = stage
  const card = await cardOf(anna, 'alien', 'Alien (1979)')
  await (await discord.as(anna).press(card, 'Request')).settled()
  await message(desk, 'Alien', 'Waiting for a decision')
  const alt = 'The admin channel on a desktop: a card to decide, under one that was approved'
  await takePage({ name: 'page-desktop', alt, who: bela, room: desk.id, ...DESKTOP })
  const onPhone = 'The direct messages of a member on a phone: a film is ready'
  await takePage({ name: 'page-phone', alt: onPhone, who: carla, room: 'dm', ...PHONE })
}
