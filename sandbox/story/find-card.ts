import { textOf } from '../discord/messages/text.ts'
import type { Stage } from '../stage.ts'

/** The card in a channel that names this title; undefined while there is none. */
export const findCard = ({ discord }: Stage, channel: Stage['desk'], label: string) =>
  discord
    .channel(channel)
    .messages()
    .find((message) => textOf(message).includes(label))
