import type { Album } from '../album.ts'

const DESKTOP = { width: 1_000, height: 720 }
const PHONE = { width: 390, height: 720 }

/** The whole of Discord as two people see it. */
export const looks = async ({ stage, takePage }: Album): Promise<void> => {
  const { anna, bela, desk } = stage
  const alt = 'The admin channel on a desktop, with cards to decide'
  await takePage({ name: 'page-desktop', alt, who: bela, room: desk.id, ...DESKTOP })
  const onPhone = 'The direct messages of a member on a phone: what is ready, and what is not'
  await takePage({ name: 'page-phone', alt: onPhone, who: anna, room: 'dm', ...PHONE })
}
