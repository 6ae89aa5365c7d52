import { z } from 'zod'
import { answer } from '../../interactions/answer.ts'
import { read } from '../../messages/body.ts'
import type { Service } from '../../service.ts'
import { InvalidForm, unknownInteraction } from '../errors.ts'
import { noContent, ok, type Request } from '../request.ts'
import type { Route } from '../route.ts'

const callback = z.looseObject({ type: z.int(), data: z.unknown().optional() })

/** Runs it; what is wrong is wrong inside of `data`. */
const withinData = <T>(run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof InvalidForm)) throw error
    throw new InvalidForm(
      error.breaches.map(({ where, why }) => ({ where: where === 'type' ? where : `data.${where}`, why })),
    )
  }
}

const run = (service: Service, request: Request) => {
  const { param, body, files, query } = request
  const interaction = service.world.interactions.get(param('interaction_token'))
  if (interaction?.id !== param('interaction_id')) throw unknownInteraction()
  const { type, data } = read(callback, body)
  const { shown, loading } = withinData(() => answer(service, interaction, { type, data, files }))
  if (query.get('with_response') !== 'true') return noContent
  const { id, kind, guild, channel } = interaction
  const about = shown && {
    response_message_id: shown.body.id,
    response_message_loading: loading,
    response_message_ephemeral: shown.onlyFor !== null,
  }
  const resource = type === 4 || type === 7 ? { type, message: shown?.body } : { type }
  return ok({
    interaction: {
      id,
      type: kind,
      channel_id: channel.id,
      ...(guild ? { guild_id: guild.id } : {}),
      ...about,
    },
    resource,
  })
}

export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    route: '/interactions/{interaction_id}/{interaction_token}/callback',
    auth: 'token',
    original: ({ world }, { body, param }) =>
      (body as { type?: unknown } | undefined)?.type === 7
        ? (world.interactions.get(param('interaction_token'))?.source ?? undefined)
        : undefined,
    run,
  },
]
