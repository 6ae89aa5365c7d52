import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { embed } from './embed.ts'
import { distinct, keeping, list, maybe, type Rule, snowflake, text } from './kit.ts'
import { messageComponents } from './message-components.ts'
import { poll } from './poll.ts'

const { message: limits } = LIMITS

const mentioned = maybe(distinct(list(snowflake, limits.mentioned)))

const mentions = z.strictObject({
  parse: maybe(distinct(z.array(z.enum(['users', 'roles', 'everyone'])))),
  users: mentioned,
  roles: mentioned,
  replied_user: maybe(z.boolean()),
})

const namesEachOnce: Rule<z.output<typeof mentions>> = (allowed) =>
  (['users', 'roles'] as const)
    .filter((kind) => allowed.parse?.includes(kind) && allowed[kind]?.length)
    .map((where) => ({ where, why: `Either parse names “${where}”, or this lists some of them; not both.` }))

const attachment = z.strictObject({
  id: z.union([snowflake, z.int()], { error: 'Must be an id, or the n of files[n].' }),
  filename: maybe(text({ least: 1, most: 1_024 })),
  description: maybe(text(limits.altText)),
  title: maybe(z.string()),
  duration_secs: maybe(z.number()),
  waveform: maybe(z.string()),
  is_spoiler: maybe(z.boolean()),
})

const reference = z.strictObject({
  type: maybe(z.int()),
  message_id: snowflake,
  channel_id: maybe(snowflake),
  guild_id: maybe(snowflake),
  fail_if_not_exists: maybe(z.boolean()),
})

/**
 * A message as it is sent, edited, or given as an answer. Clients send some fields everywhere (`tts`, `enforce_nonce`),
 * though Discord reads them only where they mean something.
 */
export const message = z.strictObject({
  content: maybe(text(limits.content)),
  embeds: maybe(list(embed, limits.embeds)),
  components: maybe(messageComponents),
  flags: maybe(z.int()),
  allowed_mentions: maybe(keeping(mentions, namesEachOnce)),
  attachments: maybe(list(attachment, limits.files)),
  poll: maybe(poll),
  sticker_ids: maybe(list(snowflake, limits.stickers)),
  message_reference: maybe(reference),
  tts: maybe(z.boolean()),
  nonce: maybe(
    z.union([text(limits.nonce), z.int()], { error: 'Must be a text of 25 or fewer, or a whole number.' }),
  ),
  enforce_nonce: maybe(z.boolean()),
  username: maybe(text({ least: 1, most: 80 })),
  avatar_url: maybe(z.string()),
  thread_name: maybe(text({ least: 0, most: 100 })),
  applied_tags: maybe(list(snowflake, { least: 0, most: 5 })),
})

export type Message = z.output<typeof message>
