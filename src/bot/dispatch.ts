import type { Context, Reply } from '../commands/define.ts'
import type { Registry } from '../commands/index.ts'
import type { CommandDeps } from '../commands/ports.ts'
import { findHome } from '../db/queries/home.ts'
import { mayAct } from '../domain/people/policy.ts'
import { SECOND, stopwatch } from '../platform/clock.ts'
import { Fault } from '../platform/faults.ts'
import { type Log, wideEvent } from '../platform/logger.ts'
import type { Metrics } from '../platform/metrics.ts'
import { busyReply, oldButtonReply, refusalReply, troubleReply } from '../views/replies.ts'
import { sayIn } from '../views/texts/say.ts'
import { type AskMember, readActor } from './actor.ts'
import { completeTitle } from './complete.ts'
import { AUTOCOMPLETE, type Interaction, interaction } from './interaction.ts'
import { type Runnable, resolve } from './resolve.ts'
import { createResponder, type Line, type Responder } from './responder.ts'

/** How long a module may think before Discord is told that an answer will come; three seconds is its limit. */
const PATIENCE_MS = 1_000

export type DispatchDeps = Readonly<{
  commands: CommandDeps
  registry: Registry
  /** Discord ids of the application's owner or team. */
  owners: ReadonlySet<string>
  askMember: AskMember
  log: Log
  metrics: Metrics
  /** Real time, for Discord's own deadlines, which no clock of ours can stretch. */
  patience(ms: number): Promise<void>
}>

/** What became of an interaction, for its one line in the log. */
type Verdict = { outcome: string; detail?: string; err?: unknown }

/**
 * Takes one interaction through: parse, find its module, check authority, run, answer. Never throws; whatever goes
 * wrong, the person gets a sentence within Discord's three seconds.
 */
export const dispatch = async (
  deps: DispatchDeps,
  given: unknown,
  line: (raw: Interaction) => Line,
): Promise<void> => {
  const elapsed = stopwatch()
  const parsed = interaction.safeParse(given)
  if (!parsed.success) {
    deps.log.warn({ issues: parsed.error.issues.length }, 'an interaction could not be read')
    return
  }
  const raw = parsed.data
  const name = raw.data.name ?? raw.data.custom_id?.split(':').slice(0, 2).join(':') ?? 'unknown'
  const responder = createResponder(line(raw), raw)
  const verdict = await attempt(deps, raw, responder).catch((err: unknown): Verdict => lost(err))
  const ms = elapsed()
  deps.metrics.interactions.labels(name.slice(0, 40), verdict.outcome).observe(ms / SECOND)
  const who = raw.member?.user.id ?? raw.user?.id
  wideEvent(deps.log, { event: 'interaction', name, id: raw.id, who, guildId: raw.guild_id, ms, ...verdict })
}

/** The answer itself could not be delivered: Discord had given up on it, or is away. There is nobody left to tell. */
const lost = (err: unknown): Verdict =>
  err instanceof Fault ? { outcome: 'unanswered', detail: err.message } : { outcome: 'bug', err }

const attempt = async (deps: DispatchDeps, raw: Interaction, responder: Responder): Promise<Verdict> => {
  const say = sayIn(raw.locale)
  if (raw.type === AUTOCOMPLETE) return completeTitle(deps, raw, responder)
  const found = resolve(deps.registry, raw)
  if (found === undefined) {
    await responder.show(oldButtonReply(say))
    return { outcome: 'unknown' }
  }
  const running = run(deps, raw, found)
  const first = found.slow
    ? 'late'
    : await Promise.race([running.then(() => 'ready'), deps.patience(PATIENCE_MS).then(() => 'late')])
  if (first === 'late') await responder.acknowledge(found.ack)
  const { reply, verdict } = await running
  await answer(reply, responder, raw, deps)
  return verdict
}

type Ran = { reply: Reply | { kind: 'trouble' | 'busy' | 'old' }; verdict: Verdict }

const run = async (deps: DispatchDeps, raw: Interaction, found: Runnable): Promise<Ran> => {
  try {
    const home = await findHome(deps.commands.db)
    const actor = await readActor(raw, home, deps.owners, deps.askMember)
    if (actor === undefined) return { reply: { kind: 'old' }, verdict: { outcome: 'unknown' } }
    const refusal = mayAct(found.allow, actor, home)
    if (refusal !== undefined) return refused({ kind: 'refuse', refusal })
    const ctx: Context = {
      actor,
      home,
      deps: deps.commands,
      say: sayIn(raw.locale),
      ...(raw.guild_id === undefined ? {} : { guildId: raw.guild_id }),
      answerToken: raw.token,
    }
    const reply = await found.run(ctx)
    if (reply === undefined) return { reply: { kind: 'old' }, verdict: { outcome: 'unknown' } }
    return reply.kind === 'refuse' ? refused(reply) : { reply, verdict: { outcome: 'done' } }
  } catch (err) {
    return err instanceof Fault
      ? { reply: { kind: 'busy' }, verdict: { outcome: 'fault', detail: err.message, err } }
      : { reply: { kind: 'trouble' }, verdict: { outcome: 'bug', err } }
  }
}

const refused = (reply: Extract<Reply, { kind: 'refuse' }>): Ran => ({
  reply,
  verdict: { outcome: 'refused', detail: reply.refusal.code },
})

const answer = async (
  reply: Ran['reply'],
  responder: Responder,
  raw: Interaction,
  deps: DispatchDeps,
): Promise<void> => {
  const say = sayIn(raw.locale)
  switch (reply.kind) {
    case 'show':
      return responder.show(reply.body)
    case 'update':
      return responder.update(reply.body)
    case 'modal':
      if (!(await responder.modal(reply.modal))) await responder.show(busyReply(say))
      return
    case 'refuse':
      return responder.show(refusalReply(reply.refusal, say))
    case 'busy':
      return responder.show(busyReply(say))
    case 'old':
      return responder.show(oldButtonReply(say))
    case 'trouble':
      // The id of the interaction is in the log line of this failure.
      deps.log.debug({ id: raw.id }, 'trouble shown')
      return responder.show(troubleReply(raw.id.slice(-6), say))
  }
}
