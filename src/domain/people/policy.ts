import type { Refusal } from '../refusals.ts'
import type { Actor, Member } from './actor.ts'

/**
 * Who may do a thing. Every action and every command declares one.
 * - `claimer`: the application's owner or team, while no guild is home yet
 * - `anyone`: anyone in Discord, wherever they are (answers that have no effect)
 */
export type Policy = 'anyone' | 'claimer' | 'member' | 'approver' | 'admin' | 'system'

/** What a policy needs to know of the home guild. */
export type House = Readonly<{ guildId: string; approverRole?: string; adminRole?: string }>

export const isAdmin = (member: Member, house: House): boolean =>
  member.ownsApplication ||
  (member.isMember &&
    (member.managesGuild || (house.adminRole !== undefined && member.roles.includes(house.adminRole))))

export const isApprover = (member: Member, house: House): boolean =>
  isAdmin(member, house) ||
  (member.isMember && house.approverRole !== undefined && member.roles.includes(house.approverRole))

/** Whether `actor` may, at this moment; undefined means yes. */
export const mayAct = (policy: Policy, actor: Actor, house: House | undefined): Refusal | undefined => {
  if (actor.kind === 'system') return policy === 'system' ? undefined : { code: 'not-a-member' }
  if (policy === 'anyone') return undefined
  if (policy === 'claimer') {
    if (house !== undefined) return { code: 'already-claimed' }
    return actor.ownsApplication ? undefined : { code: 'claim-owner-only' }
  }
  if (house === undefined) return { code: 'not-set-up' }
  if (actor.guildId !== undefined && actor.guildId !== house.guildId) return { code: 'other-guild' }
  if (policy === 'admin') return isAdmin(actor, house) ? undefined : { code: 'admins-only' }
  if (policy === 'approver') return isApprover(actor, house) ? undefined : { code: 'approvers-only' }
  if (policy === 'member') return actor.isMember ? undefined : { code: 'not-a-member' }
  return { code: 'not-a-member' }
}
