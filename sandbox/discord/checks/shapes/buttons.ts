import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { component } from './by-type.ts'
import { emoji } from './emoji.ts'
import { isGiven, keeping, maybe, type Rule, snowflake, text } from './kit.ts'

const fields = component(ComponentType.Button, {
  style: z.literal([1, 2, 3, 4, 5, 6]),
  label: maybe(text(LIMITS.button.label)),
  emoji: maybe(emoji),
  custom_id: maybe(text(LIMITS.customId)),
  url: maybe(text(LIMITS.button.url)),
  sku_id: maybe(snowflake),
  disabled: maybe(z.boolean()),
})

type Button = z.output<typeof fields>
type Field = 'label' | 'emoji' | 'custom_id' | 'url' | 'sku_id'

/** What each style must and must not have. */
const FIELDS: Readonly<
  Record<'action' | 'link' | 'premium', { name: string; needs: Field; never: readonly Field[] }>
> = {
  action: { name: 'A button that is pressed', needs: 'custom_id', never: ['url', 'sku_id'] },
  link: { name: 'A link button', needs: 'url', never: ['custom_id', 'sku_id'] },
  premium: { name: 'A premium button', needs: 'sku_id', never: ['custom_id', 'label', 'url', 'emoji'] },
}

const kindOf = ({ style }: Button): keyof typeof FIELDS => {
  if (style === ButtonStyle.Link) return 'link'
  return style === ButtonStyle.Premium ? 'premium' : 'action'
}

const hasWhatItsStyleNeeds: Rule<Button> = (button) => {
  const { name, needs, never } = FIELDS[kindOf(button)]
  return [
    ...(isGiven(button[needs]) ? [] : [{ where: needs, why: `${name} needs this field.` }]),
    ...never
      .filter((field) => isGiven(button[field]))
      .map((where) => ({ where, why: `${name} has no such field.` })),
  ]
}

const saysSomething: Rule<Button> = (button) =>
  kindOf(button) === 'premium' || button.label || isGiven(button.emoji)
    ? []
    : [{ where: 'label', why: 'A button needs a label or an emoji.' }]

const leadsSomewhere: Rule<Button> = ({ url }) =>
  !isGiven(url) || (/^(?:https?|discord):\/\//.test(url) && URL.canParse(url))
    ? []
    : [{ where: 'url', why: 'Must be an address that begins with http, https or discord.' }]

export const button = keeping(fields, hasWhatItsStyleNeeds, saysSomething, leadsSomewhere)
