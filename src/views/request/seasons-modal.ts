import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import { rangesOf } from '../../domain/seasons/ranges.ts'
import { refText, type Title, type TitleRef } from '../../domain/titles/title.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { plainTitle } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST_TITLE = 45
const LONGEST_HINT = 100
const LONGEST_ANSWER = 300

const form = (
  customId: string,
  title: Title,
  field: Readonly<{ id: string; label: string; hint: string }>,
): APIModalInteractionResponseCallbackData =>
  new ModalBuilder()
    .setCustomId(customId)
    .setTitle(plainTitle(title, LONGEST_TITLE))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(field.label)
        .setDescription(oneLine(field.hint, LONGEST_HINT))
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId(field.id)
            .setStyle(TextInputStyle.Short)
            .setPlaceholder('1-3, 7')
            .setMaxLength(LONGEST_ANSWER),
        ),
    )
    .toJSON()

/** Asks which seasons, of a show that has more than a select holds. */
export const seasonsModal = (
  { ref, title, seasons }: Readonly<{ ref: TitleRef; title: Title; seasons: readonly number[] }>,
  say: SayText,
): APIModalInteractionResponseCallbackData =>
  form(ids.typedSeasons.make({ ref: refText(ref) }), title, {
    id: 'seasons',
    label: say('show.seasons'),
    hint: say('show.type.hint', { list: markup(rangesOf(seasons)) }),
  })

/** Asks which episodes of a season, when it has more than a select holds. */
export const episodesModal = (
  input: Readonly<{ ref: TitleRef; title: Title; season: number; count: number }>,
  say: SayText,
): APIModalInteractionResponseCallbackData =>
  form(ids.typedEpisodes.make({ ref: refText(input.ref), season: input.season }), input.title, {
    id: 'episodes',
    label: say('show.episodes.label'),
    hint: say('show.episodes.hint', { count: input.count }),
  })
