import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import type { MemberChange } from '../../domain/watchlists/members.ts'
import { SHOW_PARTS, type WatchSettings } from '../../domain/watchlists/settings.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import type { SayText } from '../texts/say.ts'
import { everyText } from '../watchlists/standing-lines.ts'

const LONGEST_NUMBER = 8

/** What holds for watchlists unless it was chosen otherwise for somebody. */
export const defaultsPage = (watch: WatchSettings, say: SayText): MessageBody => {
  const { newcomersSync, newcomersNeedApproval, shows, everySeconds } = watch
  const toggle = (choice: MemberChange) =>
    button(ids.chooseDefault.make({ choice }), say(`defaults.change.${choice}`))
  const select = new StringSelectMenuBuilder()
    .setCustomId(ids.chooseShowPart.make({}))
    .setPlaceholder(say('defaults.shows'))
    .addOptions(
      SHOW_PARTS.map((part) => ({
        label: say(`defaults.${part}`),
        description: say(`defaults.${part}.why`),
        value: part,
        default: part === shows,
      })),
    )
  return message('asking', [
    text(
      `## ${say('defaults.heading')}`,
      `- ${say(newcomersSync ? 'defaults.sync' : 'defaults.no-sync')}`,
      `- ${say(newcomersNeedApproval ? 'defaults.approval' : 'defaults.no-approval')}`,
      `- ${say(`defaults.shows.${shows}`)}`,
      `- ${say('defaults.every', { every: markup(everyText(everySeconds * 1_000, say)) })}`,
      small(say('defaults.newcomers')),
      small(say('defaults.every.why')),
      small(say('defaults.counts')),
    ),
    row(select),
    row(
      toggle(newcomersSync ? 'no-sync' : 'sync'),
      toggle(newcomersNeedApproval ? 'no-approval' : 'approval'),
      button(ids.typeSeconds.make({}), say('defaults.seconds')),
      button(ids.members.make({ page: 0, members: 'all' }), say('member.back')),
    ),
  ])
}

/** Asks how often Plex is looked at. */
export const secondsModal = (seconds: number, say: SayText): APIModalInteractionResponseCallbackData =>
  new ModalBuilder()
    .setCustomId(ids.typedSeconds.make({}))
    .setTitle(say('defaults.seconds.title'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(say('defaults.seconds.label'))
        .setDescription(say('defaults.seconds.hint'))
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('seconds')
            .setStyle(TextInputStyle.Short)
            .setMaxLength(LONGEST_NUMBER)
            .setValue(String(seconds)),
        ),
    )
    .toJSON()
