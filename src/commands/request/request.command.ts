import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { readRef } from '../../domain/titles/title.ts'
import { choicesFor } from '../../views/request/choices.ts'
import { resultsPicker } from '../../views/request/results-picker.ts'
import { defineCommand, refuse, show } from '../define.ts'
import { showAskCard } from './ask-card.ts'

const SEARCH_MS = 8_000
const COMPLETE_MS = 1_500

const kind = z.enum(['film', 'show']).optional()

/** `/request`: autocomplete is the search box; a chosen title shows its card, other text shows what it may mean. */
export const requestCommand = defineCommand({
  data: {
    name: 'request',
    description: 'Ask for a film or a show',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'title',
        description: 'Start typing, then pick one',
        required: true,
        autocomplete: true,
        max_length: 200,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'kind',
        description: 'Only films, or only shows',
        choices: [
          { name: 'film', value: 'film' },
          { name: 'show', value: 'show' },
        ],
      },
    ],
  },
  ack: 'show',
  slow: true,
  allow: 'member',
  input: z.object({ title: z.string().trim().max(400), kind }),
  run: async (ctx, input) => {
    // Blanks alone are a text to Discord.
    if (input.title === '') return refuse({ code: 'nothing-found', query: input.title })
    const ref = readRef(input.title)
    if (ref !== undefined) return showAskCard(ctx, ref)
    const options = {
      locale: ctx.actor.locale,
      deadlineMs: SEARCH_MS,
      ...(input.kind === undefined ? {} : { kind: input.kind }),
    }
    const candidates = await ctx.deps.titles.search(input.title, options)
    const [only] = candidates
    if (only === undefined) return refuse({ code: 'nothing-found', query: input.title })
    if (candidates.length === 1) return showAskCard(ctx, only.ref)
    return show(resultsPicker({ query: input.title, candidates }, ctx.say))
  },
  complete: async ({ deps, actor }, options, focused) => {
    const text = focused.trim()
    if (text === '') return []
    const wanted = kind.catch(undefined).parse(options.kind)
    const candidates = await deps.titles.search(text, {
      locale: actor.locale,
      deadlineMs: COMPLETE_MS,
      ...(wanted === undefined ? {} : { kind: wanted }),
    })
    return choicesFor(candidates)
  },
})
