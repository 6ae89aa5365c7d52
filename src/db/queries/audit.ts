import type { Actor } from '../../domain/people/actor.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Tx } from '../connect.ts'
import { inParts } from '../parts.ts'

/** One line of who changed what. Never holds a secret: callers pass the fields that changed, without sealed ones. */
type AuditLine = Readonly<{ action: string; subject: string; before?: unknown; after?: unknown }>

const actorName = (actor: Actor): string =>
  actor.kind === 'member' ? `discord.${actor.discordId}` : `system.${actor.name}`

export const appendAudit = async (
  tx: Tx,
  actor: Actor,
  lines: readonly AuditLine[],
  now: Instant,
  ids: Ids,
): Promise<void> => {
  for (const part of inParts(lines))
    await tx
      .insertInto('audit')
      .values(
        part.map(({ action, subject, before, after }) => ({
          id: ids.next(now),
          at: now,
          actor: actorName(actor),
          action,
          subject,
          before: before === undefined ? null : JSON.stringify(before),
          after: after === undefined ? null : JSON.stringify(after),
        })),
      )
      .execute()
}
