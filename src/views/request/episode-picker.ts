import { StringSelectMenuBuilder } from '@discordjs/builders'
import type { EpisodeStanding } from '../../domain/seasons/standing.ts'
import { seasonsOf, type Wish } from '../../domain/seasons/wish.ts'
import { refText, type TitleRef } from '../../domain/titles/title.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { button, row } from '../kit/message.ts'
import { MOST_OPTIONS } from '../kit/options.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST = 100

/** Single episodes of the one season that is chosen; typed, when there are more than a select holds. */
export const episodeRow = (
  ref: TitleRef,
  chosen: Wish,
  episodes: readonly EpisodeStanding[],
  say: SayText,
) => {
  const [season = 0] = seasonsOf(chosen)
  const id = { ref: refText(ref), season }
  if (episodes.length === 0) return undefined
  if (episodes.length > MOST_OPTIONS) return row(button(ids.typeEpisodes.make(id), say('show.type-episodes')))
  const isChosen = (episode: number): boolean =>
    chosen.episodes.some((one) => one.season === season && one.episode === episode)
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(ids.pickEpisodes.make(id))
      .setPlaceholder(say('show.episodes', { season }))
      .setMinValues(0)
      .setMaxValues(episodes.length)
      .addOptions(
        episodes.map(({ episode, name, state }) => ({
          label: oneLine(
            name === undefined ? String(episode) : say('show.episode', { episode, name: markup(name) }),
            LONGEST,
          ),
          value: String(episode),
          description: say(`show.one-episode.${state}`),
          default: isChosen(episode),
        })),
      ),
  )
}
