import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  type MessageActionRowComponentBuilder,
  SectionBuilder,
  SeparatorBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from '@discordjs/builders'
import { type APIMessageTopLevelComponent, ButtonStyle, MessageFlags } from 'discord-api-types/v10'
import { digest } from '../../platform/crypto.ts'
import { ACCENTS, type Accent } from './accents.ts'

/** A message as Discord takes it: Components V2, and nobody is pinged unless named. */
export type MessageBody = {
  flags: number
  components: APIMessageTopLevelComponent[]
  allowed_mentions: { parse: []; users?: string[] }
}

type Row = ActionRowBuilder<MessageActionRowComponentBuilder>
export type Part = TextDisplayBuilder | SectionBuilder | SeparatorBuilder | Row

/** A text of its own. Empty lines and absent parts are left out. */
export const text = (...lines: readonly (string | undefined)[]): TextDisplayBuilder =>
  new TextDisplayBuilder().setContent(lines.filter((line) => line !== undefined && line !== '').join('\n'))

/** The same, or nothing where there is nothing to say. */
export const anyText = (...lines: readonly (string | undefined)[]): TextDisplayBuilder | undefined =>
  lines.some((line) => line) ? text(...lines) : undefined

/** Small print. */
export const small = (line: string): string => `-# ${line}`

/** Up to three texts beside a picture, a little apart from each other; just the texts when there is none. */
export const beside = (
  texts: readonly (TextDisplayBuilder | undefined)[],
  picture: { url: string; alt: string } | undefined,
): Part[] => {
  const words = texts.filter((one) => one !== undefined)
  if (picture === undefined) return words
  const thumbnail = new ThumbnailBuilder().setURL(picture.url).setDescription(picture.alt)
  return [new SectionBuilder().addTextDisplayComponents(words).setThumbnailAccessory(thumbnail)]
}

/** Text with one button at its right. */
export const withButton = (words: TextDisplayBuilder, button: ButtonBuilder): SectionBuilder =>
  new SectionBuilder().addTextDisplayComponents(words).setButtonAccessory(button)

export const line = (): SeparatorBuilder => new SeparatorBuilder()

export const row = (...items: readonly MessageActionRowComponentBuilder[]): Row =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...items)

type Colour = 'primary' | 'secondary' | 'success' | 'danger'

const STYLES: Readonly<
  Record<Colour, ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger>
> = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
}

export const button = (
  customId: string,
  label: string,
  colour: Colour = 'secondary',
  disabled = false,
): ButtonBuilder =>
  new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(STYLES[colour]).setDisabled(disabled)

export const linkButton = (url: string, label: string): ButtonBuilder =>
  new ButtonBuilder().setURL(url).setLabel(label).setStyle(ButtonStyle.Link)

/** One container with its parts, as the whole message. */
export const message = (
  accent: Accent,
  parts: readonly (Part | undefined)[],
  pings: readonly string[] = [],
): MessageBody => {
  const container = new ContainerBuilder().setAccentColor(ACCENTS[accent])
  for (const part of parts) {
    if (part instanceof TextDisplayBuilder) container.addTextDisplayComponents(part)
    else if (part instanceof SectionBuilder) container.addSectionComponents(part)
    else if (part instanceof SeparatorBuilder) container.addSeparatorComponents(part)
    else if (part !== undefined) container.addActionRowComponents(part)
  }
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [container.toJSON()],
    allowed_mentions: pings.length > 0 ? { parse: [], users: [...pings] } : { parse: [] },
  }
}

/** Keys in one order, so that equal messages have one spelling. */
const inOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** The same for equal messages: an edit that would change nothing need not be sent. */
export const fingerprint = (body: MessageBody): string => digest(JSON.stringify(body, inOrder))
