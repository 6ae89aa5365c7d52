import type { APIMessage } from 'discord-api-types/v10'
import { textOf } from '../discord/messages/text.ts'
import type { PageHouse } from '../page/house.ts'
import type { Camera } from './camera.ts'

/** What leads to a form: the label of a button, or that of a select and what is chosen there. */
type Way = readonly [pressed: string, option?: string]

/** A house to take pictures in, with what every scene needs. */
export const openAlbum = (house: PageHouse, camera: Camera) => {
  const { stage } = house
  const { discord } = stage
  const { general } = stage.world

  /** The newest message of a channel whose text holds these words; waits until there is one. */
  const message = (channel: typeof general, ...words: readonly string[]): Promise<APIMessage> =>
    discord.until(
      () =>
        discord
          .channel(channel)
          .messages()
          .findLast((one) => words.every((word) => textOf(one).includes(word))),
      30_000,
    )

  /** The newest direct message to somebody that holds these words; waits until there is one. */
  const dm = (who: { id: string }, ...words: readonly string[]): Promise<APIMessage> =>
    discord.until(
      () => discord.dms(who).findLast((one) => words.every((word) => textOf(one).includes(word))),
      30_000,
    )

  /** Somebody opens the card of a title, by what autocomplete offers for some letters. */
  const cardOf = async (who: { id: string }, typed: string, title: string) => {
    const person = discord.as(who)
    const { choices } = await person.type('request', 'title', typed)
    const choice = choices?.find(({ name }) => name.includes(title))
    if (choice === undefined) throw new Error(`autocomplete offered no ${title}`)
    return (await person.slash('request', { title: String(choice.value) })).settled()
  }

  const approve = async (title: string) => {
    const card = await message(stage.desk, title, 'Waiting for a decision')
    await (await discord.as(stage.bela).press(card, 'Approve')).settled()
    return message(stage.desk, title, 'Approved by')
  }

  return {
    house,
    stage,
    message,
    dm,
    cardOf,
    approve,
    /** A picture of what only one person sees, where they used a command. */
    takePrivate: (name: string, alt: string, who: { id: string }, seen: APIMessage | undefined) =>
      camera.take({ name, alt, who, room: general.id, message: seen }),
    /** A picture of a card that stands in a channel. */
    takeCard: (name: string, alt: string, channel: typeof general, card: APIMessage) =>
      camera.take({ name, alt, who: stage.bela, room: channel.id, message: card }),
    /** A picture of a direct message. */
    takeDm: (name: string, alt: string, who: { id: string }, seen: APIMessage) =>
      camera.take({ name, alt, who, room: 'dm', message: seen }),
    /** A picture of the form that comes after a button of a room’s newest message, or after choosing from its select. */
    takeForm: (name: string, alt: string, who: { id: string }, room: { id: string }, ...way: Way) =>
      camera.takeForm({
        name,
        alt,
        who,
        room: room.id,
        open: async (page) => {
          const last = page.locator('sandbox-message').last()
          const [pressed, option] = way
          if (option === undefined) return last.getByRole('button', { name: pressed, exact: true }).click()
          await last.getByRole('combobox', { name: pressed, exact: true }).click()
          await page.getByRole('option', { name: option }).click()
        },
      }),
    takePage: camera.takePage,
  }
}

export type Album = ReturnType<typeof openAlbum>
