import { z } from 'zod'

const text = z.string().max(6_000)
const given = z.record(z.string().max(32), z.union([text, z.number(), z.boolean()]))

/** Who asks, and from which room. */
export const seat = z.object({ as: z.string().max(20), room: z.string().max(20) })

/** A deed in Discord, as the page posts it. */
export const deed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('slash'), name: text, given }),
  z.object({ do: z.literal('type'), name: text, option: text, text, given }),
  z.object({ do: z.literal('press'), message: text, button: text }),
  z.object({ do: z.literal('choose'), message: text, select: text, values: z.array(text).max(25) }),
  z.object({
    do: z.literal('fill'),
    form: text,
    entries: z.record(text, z.union([text, z.boolean(), z.array(text).max(25)])),
  }),
])

const title = { service: z.enum(['radarr', 'sonarr']), id: z.int() }

/** A turn of the world, as the page posts it. */
export const turn = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['find', 'finish', 'fail']), ...title }),
  z.object({ do: z.literal('progress'), percent: z.number().min(0).max(100), ...title }),
  z.object({ do: z.enum(['watch', 'unwatch']), account: z.int(), title: text }),
  z.object({
    do: z.literal('service'),
    name: z.enum(['Radarr', 'Sonarr', 'Plex', 'TMDB']),
    works: z.boolean(),
  }),
  z.object({ do: z.literal('dms'), person: text, open: z.boolean() }),
  z.object({ do: z.literal('redis'), there: z.boolean() }),
  z.object({
    do: z.literal('jump'),
    hours: z
      .number()
      .positive()
      .max(24 * 30),
  }),
  z.object({ do: z.literal('first-steps') }),
])
