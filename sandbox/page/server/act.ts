import type { APIMessage } from 'discord-api-types/v10'
import type { Answer } from '../../discord/people/answer.ts'
import type { PageHouse } from '../house.ts'
import type { Deed, Form, FormPart, Outcome } from '../protocol.ts'
import { fillsOf } from './fills.ts'
import type { Forms } from './forms.ts'
import { placeAt, type Seat } from './places.ts'

type Stage = PageHouse['stage']

const formOf = ({ world }: Stage, seat: Seat, forms: Forms, { modal }: Answer): Form | undefined =>
  modal && {
    key: forms.open(modal),
    title: modal.title,
    components: modal.components as readonly FormPart[],
    fills: fillsOf(world, placeAt(world, seat), seat.account.user.id, modal.components),
  }

/**
 * Does what somebody did on the page, as that person, with the hands that the stand-in gives people: what their
 * client would not let them do throws, with the sentence.
 */
export const act = async (stage: Stage, seat: Seat, forms: Forms, deed: Deed): Promise<Outcome> => {
  const person = stage.discord.as(seat.account.user)
  const where = { in: seat.room }
  const target = (id: string): APIMessage => {
    const found = person.sees(seat.room).find((message) => message.id === id)
    if (!found) throw new Error('This message is no longer there')
    return found
  }

  const done = async (): Promise<Answer> => {
    switch (deed.do) {
      case 'slash':
        return person.slash(deed.name, deed.given, where)
      case 'type':
        return person.type(deed.name, deed.option, deed.text, deed.given, where)
      case 'press':
        return person.press(target(deed.message), deed.button)
      case 'choose':
        return person.choose(target(deed.message), deed.select, deed.values)
      case 'fill':
        return person.fill(forms.find(deed.form), { ...deed.entries })
    }
  }

  const answer = await done()
  const form = formOf(stage, seat, forms, answer)
  return {
    kind: answer.kind,
    ...(form ? { form } : {}),
    ...(answer.choices ? { choices: answer.choices } : {}),
  }
}
