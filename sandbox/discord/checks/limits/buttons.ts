import { ButtonStyle } from 'discord-api-types/v10'
import { type Fields, isAbsent, isFilled, within } from '../fields.ts'
import { all, breach, never, type Rule, text } from './rules.ts'

const ADDRESS = /^(https?|discord):\/\/./

const link: Rule = ({ url }, at) => {
  if (isAbsent(url)) return [breach(within(at, 'url'), 'A url is required')]
  return typeof url === 'string' && !ADDRESS.test(url)
    ? [
        breach(
          within(at, 'url'),
          `Not a well formed URL: Scheme must be one of ('http', 'https', 'discord').`,
        ),
      ]
    : []
}

const NEEDED = 'A custom id is required'
const NOT_BOTH = 'A custom id and url cannot both be specified'

const rulesFor = ({ style }: Fields): Rule => {
  switch (style) {
    case ButtonStyle.Link:
      return all(link, never('custom_id', NOT_BOTH), worded)
    case ButtonStyle.Premium:
      return all(
        (fields, at) =>
          isAbsent(fields.sku_id) ? [breach(within(at, 'sku_id'), 'A SKU id is required')] : [],
        ...['custom_id', 'label', 'url', 'emoji'].map((name) =>
          never(name, `A premium button cannot have a ${name}`),
        ),
      )
    default:
      return all(
        ({ custom_id: id }, at) => (isAbsent(id) ? [breach(within(at, 'custom_id'), NEEDED)] : []),
        never('url', NOT_BOTH),
        worded,
      )
  }
}

const worded: Rule = ({ label, emoji }, at) =>
  isFilled(label) || isFilled(emoji) ? [] : [breach(at, 'A button must have a label or emoji.')]

/** What holds of a button: how it is worded, and what becomes of a press. */
export const button: Rule = all(
  text('label', 0, 80),
  text('custom_id', 1, 100),
  text('url', 0, 512),
  (fields, at) => rulesFor(fields)(fields, at),
)
