import type { Actor } from '../../domain/people/actor.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Tx } from '../connect.ts'

/** One line of who changed what. Never holds a secret: callers pass the fields that changed, without sealed ones. */
type AuditLine = Readonly<{ action: string; subject: string; before?: unknown; after?: unknown }>

const actorName = (actor: Actor): string =>
  actor.kind === 'member' ? `discord.${actor.discordId}` : `system.${actor.name}`

export const appendAudit = async (
  tx: Tx,
  actor: Actor,
  line: AuditLine,
  now: Instant,
  ids: Ids,
): Promise<void> => {
  await tx
    .insertInto('audit')
    .values({
      id: ids.next(now),
      at: now,
      actor: actorName(actor),
      action: line.action,
      subject: line.subject,
      before: line.before === undefined ? null : JSON.stringify(line.before),
      after: line.after === undefined ? null : JSON.stringify(line.after),
    })
    .execute()
}
