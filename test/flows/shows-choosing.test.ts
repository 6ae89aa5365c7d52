import { afterEach, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import type { Stage } from '../../sandbox/stage.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { addSonarr, setUp } from '../../sandbox/story/set-up.ts'
import { type House, openHouse } from '../support/house.ts'
import { cardOf } from './support/shows.ts'

/** One season of 37 episodes. */
const DEATH_NOTE = 79_481

let house: House
afterEach(() => house.leave())

const begin = async () => {
  house = await openHouse('sqlite', { CLOCK_RATE: '20' })
  await setUp(house.stage, silent)
  await addSonarr(house.stage, silent)
  return house.stage
}

/** Opens a title's card for Anna, and types into one of its forms: the answer with what follows it. */
const typing = async (stage: Stage, title: string, button: string, field: string) => {
  const person = stage.discord.as(stage.anna)
  const card = await cardOf(stage, stage.anna, title)
  const type = async (words: string) => {
    const form = await person.press(card, button)
    const answer = await (await person.fill(form, { [field]: words })).settled()
    return answer.followUps.map(textOf).join() + answer.text()
  }
  return { card, person, type }
}

it('takes typed episodes only as far as they exist and are missing', { timeout: 120_000 }, async () => {
  const stage = await begin()
  stage.sonarr.have(DEATH_NOTE, { files: [{ season: 1, episode: 1 }] })
  const { card, person, type } = await typing(stage, 'Death Note (2006)', 'Choose episodes…', 'Episodes')
  expect(await type('1-9999')).toContain('There is no episode 38 in that season. There are these: 1–37.')
  expect(await type('99')).toContain('There is no episode 99')
  expect(await type('1')).toContain('All of that is here already.')
  expect(await type('nine')).toContain('I can’t read “nine” as numbers.')
  expect(await type('1–٣, 37')).toContain('Chosen: Season 1, episodes 2, 3, 37')
  await (await person.press(card, 'Request')).settled()
  expect(card.text()).toContain('Asked.')
})

it('takes later seasons in where they are typed so', { timeout: 120_000 }, async () => {
  const { card, type } = await typing(await begin(), 'The Simpsons (1989)', 'Choose seasons…', 'Seasons')
  expect(await type('2, 36+')).toMatch(/Chosen: Seasons 2, 36[–,].*later seasons/)
  expect(card.text()).toContain('later seasons')
})
