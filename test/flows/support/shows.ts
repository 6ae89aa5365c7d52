import { textOf } from '../../../sandbox/discord/messages/text.ts'
import type { Stage } from '../../../sandbox/stage.ts'

/** Fails a test in words. */
export const raise = (what: string): never => {
  throw new Error(what)
}

type Somebody = Stage['anna']

/** Opens the card of a title for somebody, by what autocomplete offers. */
export const cardOf = async ({ discord }: Stage, who: Somebody, title: string) => {
  const person = discord.as(who)
  const typed = await person.type('request', 'title', title)
  const choice = typed.choices?.find(({ name }) => name.includes(title)) ?? raise(`no ${title}`)
  return (await person.slash('request', { title: String(choice.value) })).settled()
}

/** Asks for seasons of a show, or for what its card proposes. */
export const ask = async (stage: Stage, who: Somebody, title: string, seasons?: readonly string[]) => {
  const card = await cardOf(stage, who, title)
  const person = stage.discord.as(who)
  if (seasons !== undefined) await (await person.choose(card, 'Seasons', seasons)).settled()
  await (await person.press(card, 'Request')).settled()
  return card
}

/** The latest card in the admin channel whose text holds all these words. */
export const approvalCard = ({ discord, desk }: Stage, ...words: readonly string[]) => {
  const fits = (text: string) => words.every((word) => text.includes(word))
  return discord.until(
    () =>
      discord
        .channel(desk)
        .messages()
        .findLast((message) => fits(textOf(message))),
    10_000,
  )
}

export const approve = async (stage: Stage, ...words: readonly string[]) => {
  const card = (await approvalCard(stage, ...words)) ?? raise('there is no approval card')
  await (await stage.discord.as(stage.bela).press(card, 'Approve')).settled()
  return card
}

/** The seasons that Sonarr was told to search for, in order. */
export const searchedSeasons = ({ sonarr }: Stage): number[] =>
  sonarr.state.commands
    .filter(({ name }) => name === 'SeasonSearch')
    .map(({ body }) => Number(body.seasonNumber))
    .toSorted((one, other) => one - other)
