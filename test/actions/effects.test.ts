import { expect, it } from 'vitest'
import type { ActionDeps } from '../../src/actions/define.ts'
import type { EventName } from '../../src/domain/events.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import type { RefusalCode } from '../../src/domain/refusals.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { cast } from './support/cast.ts'
import { desk, everything, forgetPlex, furnish, newsIn } from './support/desk.ts'
import type { Entry } from './support/entry.ts'
import { table } from './support/table.ts'

/**
 * What the same thing comes to a second time: no change at all, a refusal, the same once more (where that harms
 * nobody), or a bug of whoever uses one id twice.
 */
type Repeat = 'nothing' | 'again' | 'throws' | RefusalCode

/** The events of each action, and what its repetition is. `quiet`: it leaves no line in the audit. */
const EFFECTS: Record<string, [events: EventName[], repeat: Repeat, quiet?: 'quiet']> = {
  'feed.record': [[], 'nothing'],
  'feed.record-address': [[], 'nothing'],
  'feed.record-failure': [[], 'again'],
  'feed.suspect': [[], 'again', 'quiet'],
  'home.choose-watching': [[], 'again'],
  'people.forget-token': [[], 'nothing', 'quiet'],
  'people.link-by-hand': [[], 'again'],
  'plex.record-refused-token': [['plex.refused'], 'nothing'],
  'plex.tell': [['delivery.planned'], 'nothing'],
  'title.postpone-ids': [[], 'nothing', 'quiet'],
  'title.record': [[], 'nothing', 'quiet'],
  'title.record-ids': [[], 'nothing', 'quiet'],
  'watch.add': [['watch.noticed'], 'nothing'],
  'watch.ask': [['watch.noticed'], 'already-asked'],
  'watch.ask-before': [['watch.noticed'], 'nothing'],
  'watch.choose-people': [['list.opened'], 'again'],
  'watch.consider': [['request.submitted'], 'nothing'],
  'watch.exclude': [[], 'nothing'],
  'watch.forget-long-gone': [[], 'nothing'],
  'watch.give-up-walk': [[], 'nothing', 'quiet'],
  'watch.hasten-checks': [[], 'nothing', 'quiet'],
  'watch.include': [['watch.noticed'], 'nothing'],
  'watch.postpone': [[], 'nothing', 'quiet'],
  'watch.plan': [[], 'nothing', 'quiet'],
  'watch.record-check': [[], 'nothing', 'quiet'],
  'watch.record-listed': [['watch.noticed'], 'nothing'],
  'watch.record-page': [['watch.noticed'], 'again'],
  'watch.record-people': [['list.opened'], 'nothing'],
  'watch.record-trouble': [[], 'nothing', 'quiet'],
  'watch.remove': [['watch.gone'], 'nothing'],
  'watch.sync-now': [[], 'again'],
  'watch.withdraw': [['request.cancelled'], 'nothing'],
  'card.begin': [[], 'nothing', 'quiet'],
  'card.forget': [[], 'nothing', 'quiet'],
  'card.record': [[], 'nothing', 'quiet'],
  'card.renew': [['request.card-lost'], 'again'],
  'delivery.begin': [[], 'nothing', 'quiet'],
  'delivery.dm-closed': [[], 'again'],
  'delivery.plan': [['delivery.planned'], 'nothing'],
  'delivery.record': [[], 'again'],
  'home.channel': [['delivery.planned'], 'nothing'],
  'home.choose': [['home.chosen'], 'again'],
  'home.choose-approvals': [[], 'again'],
  'home.choose-plex-server': [[], 'again'],
  'home.claim': [[], 'already-claimed'],
  'home.claim-by-code': [[], 'already-claimed'],
  'hook.finish': [[], 'nothing', 'quiet'],
  'hook.store': [['arr.reported'], 'nothing'],
  'instance.choose': [[], 'again'],
  'instance.draft': [[], 'throws'],
  'instance.hook': [[], 'nothing'],
  'instance.look': [[], 'nothing'],
  'instance.offer': [[], 'again'],
  'instance.plan-follows': [[], 'nothing', 'quiet'],
  'instance.plan-readings': [[], 'nothing', 'quiet'],
  'instance.read': [[], 'nothing', 'quiet'],
  'instance.plan-visits': [[], 'nothing', 'quiet'],
  'instance.remove': [['instance.removed'], 'instance-gone'],
  'instance.revise': [['instance.saved'], 'again'],
  'instance.save': [['instance.saved'], 'again'],
  'instance.tell': [['delivery.planned'], 'nothing'],
  'instance.visit': [['instance.doubted'], 'again'],
  'people.unlink': [['plex.unlinked'], 'not-linked'],
  'request.added': [['request.added'], 'nothing'],
  'request.adopt': [['request.troubled'], 'nothing'],
  'request.approve': [['request.approved'], 'already-decided'],
  'request.approve-with-changes': [['request.approved'], 'already-decided'],
  'request.ask-unfound': [['delivery.planned'], 'nothing'],
  'request.cancel': [['request.cancelled'], 'request-gone'],
  'request.deny': [['request.denied'], 'already-decided'],
  'request.evaluate': [['request.refused'], 'nothing'],
  'request.follow': [['request.followed'], 'already-following'],
  'request.keep-waiting': [[], 'again'],
  'request.leave': [['request.cancelled'], 'not-yours'],
  'request.look': [['request.available'], 'nothing'],
  'request.news': [['request.available'], 'nothing'],
  'request.resume': [['request.troubled'], 'nothing'],
  'request.search-again': [['request.search-asked'], 'searched-lately'],
  'request.show-news': [['request.downloading'], 'nothing'],
  'request.submit': [['request.submitted'], 'already-asked'],
  'request.trouble': [['request.troubled'], 'nothing'],
  'signin.expire': [['signin.finished'], 'nothing'],
  'signin.finish': [['signin.finished', 'list.opened'], 'sign-in-gone'],
  'signin.forget-answer': [[], 'nothing', 'quiet'],
  'signin.start-link': [['signin.started'], 'throws'],
  'signin.start-owner': [['signin.started'], 'throws'],
  'telling.close': [['delivery.planned'], 'nothing'],
  'title.keep': [[], 'nothing', 'quiet'],
}

/** A situation of its own for an action, somebody who may, and what everything was before. */
const arrange = async (ledger: Ledger, { policy, prepare }: Entry) => {
  if (policy === 'claimer' || policy === 'anyone') await ledger.db.deleteFrom('home').execute()
  else await furnish(ledger.db)
  await forgetPlex(ledger.db)
  const actor: Actor = policy === 'system' ? cast.system : cast.owner
  const attempt = await ledger.write((tx) => prepare(tx, cast.owner.discordId))
  const act = (deps: ActionDeps) => attempt(deps, actor)
  return { actor, act, before: await everything(ledger.db) }
}

const unique = (values: readonly unknown[]) => [...new Set(values)]

onEachDatabase('what is done', (ledger) => {
  it.each(table)('$name: state, audit and events, and what a repetition is', async (entry) => {
    const { name } = entry
    const [events, repeat, quiet] = EFFECTS[name] ?? [[], 'throws']
    const { actor, act, before } = await arrange(ledger, entry)
    const deps = desk(ledger.db)

    expect(await act(deps)).toMatchObject({ ok: true })
    const once = await everything(ledger.db)
    expect({ ...once, audit: before.audit }).not.toEqual(before)
    const { outbox = [], audit = [] } = newsIn(once, before)
    expect(unique(outbox.map((row) => row.name)).sort()).toEqual([...events].sort())
    expect(unique(audit.map((line) => line.action))).toEqual(quiet ? [] : [name])
    const who = actor.kind === 'member' ? `discord.${actor.discordId}` : 'system.test'
    expect(unique(audit.map((line) => line.actor))).toEqual(quiet ? [] : [who])
    // Whatever happened, somebody can look up to what.
    const subjects = audit.map((line) => line.subject)
    expect(outbox.filter((row) => !subjects.includes(row.subject))).toEqual([])

    const second = await act(deps).catch(() => 'throws')
    if (repeat === 'again') expect(second).toMatchObject({ ok: true })
    else expect(await everything(ledger.db)).toEqual(once)
    if (repeat === 'nothing') expect(second).toMatchObject({ ok: true })
    else if (repeat === 'throws') expect(second).toBe('throws')
    else if (repeat !== 'again') expect(second).toMatchObject({ ok: false, refusal: { code: repeat } })
  })

  it.each(table)('$name: wherever it breaks off, nothing is left of it', async (entry) => {
    const { act, before } = await arrange(ledger, entry)
    const { ids, ...rest } = desk(ledger.db)
    const breakingAt = (last: number): ActionDeps => {
      let made = 0
      const next = (now: number) => {
        made += 1
        if (made === last) throw new Error('the power is gone')
        return ids.next(now)
      }
      return { ...rest, ids: { ...ids, next } }
    }
    // Each line of audit and each event takes an id, and so does most of what is new.
    for (let last = 1; ; last++) {
      const broken = await act(breakingAt(last)).catch((error: unknown) => String(error))
      if (typeof broken !== 'string') break
      expect(broken).toContain('the power is gone')
      expect(await everything(ledger.db)).toEqual(before)
    }
    expect(await everything(ledger.db)).not.toEqual(before)
  })
})
