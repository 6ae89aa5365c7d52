/** A small fault that somebody might make: places of one file of `src`, each as it is and as it would be. */
export type Bug = Readonly<{
  name: string
  file: string
  edits: readonly (readonly [from: string, to: string])[]
}>

/**
 * What a file is with a bug in it.
 * @throws when a place of the bug isn't there any more, or is there twice
 */
export const plant = (source: string, { name, edits }: Bug): string =>
  edits.reduce((text, [from, to]) => {
    const parts = text.split(from)
    if (parts.length !== 2) throw new Error(`the bug "${name}" fits ${parts.length - 1} places: ${from}`)
    return parts.join(to)
  }, source)

const bug = (name: string, file: string, ...edits: Bug['edits']): Bug => ({ name, file, edits })

/** The faults that the simulation has to find. */
export const BUGS: readonly Bug[] = [
  bug(
    'events are marked as relayed before their work is written',
    'workers/relay.ts',
    ['db.transaction().execute(async (tx) => {', '((relay) => relay(db))(async (tx) => {'],
    [
      'const work = rows.flatMap(',
      'await markRelayed(tx, rows.map(({ id }) => id), now)\n    const work = rows.flatMap(',
    ],
  ),
  bug(
    'events are written after the transaction of their change',
    'actions/define.ts',
    ['await appendOutbox(', 'await putOff('],
    [
      'const recordAll = async',
      'const putOff = async (_, ...event) => (deps.later ??= []).push(event)\n      const recordAll = async',
    ],
    [
      '        deps.poke()\n',
      '        for (const event of deps.later?.splice(0) ?? []) await deps.db.transaction().execute((tx) => appendOutbox(tx, ...event))\n        deps.poke()\n',
    ],
  ),
  bug('a delivery is planned without its unique guard', 'db/queries/deliveries.ts', [
    ".onConflict((conflict) => conflict.columns(['kind', 'subject', 'personId']).doNothing())",
    '',
  ]),
  bug('each try of a message has a nonce of its own', 'workers/send-once.ts', [
    'nonceOf(thing.id))',
    "nonceOf(thing.id + '.' + deps.clock.now()))",
  ]),
  bug('nobody looks for what was sent minutes ago', 'workers/send-once.ts', [
    'if (thing.triedAt !== null &&',
    'if (thing.triedAt === 0 &&',
  ]),
  bug('a film is added without a look', 'workers/bring-in-film.ts', [
    'const known = await takeKnown()',
    'const known = undefined',
  ]),
  bug('two approvers win', 'domain/approvals/decide.ts', [
    "    case 'pending':\n      return undefined",
    "    case 'pending':\n    case 'approved':\n      return undefined",
  ]),
  bug('what is over keeps its claims', 'db/queries/requests.ts', [
    'if (change.state !== undefined && !isOpen(change.state)) await',
    'if (change.state === null) await',
  ]),
  bug('what arrives is gathered in a window that was told', 'db/queries/tellings.ts', [
    ".where('requestId', '=', requestId)\n    .where('flushedAt', 'is', null)",
    ".where('requestId', '=', requestId)",
  ]),
  bug('told episodes are not noted', 'actions/requests/look-at-show.ts', [
    'await noteEpisodes(tx, requestId, arrived, id)',
    '',
  ]),
  bug('what was there at the first look is told as news', 'actions/requests/look-at-show.ts', [
    'if (progress.firstLook) await noteEpisodes(tx, requestId, progress.arrived, null)\n    else if',
    'if',
  ]),
  bug('work that is to be tried again counts as done', 'workers/runtime.ts', [
    'await postponeWork(db, work, { dueAt: clock.now() + pause, reason: why, failed: true })',
    "await finishWork(db, work.id, 'done', why, clock.now())",
  ]),
  bug('the sweeper looks for nothing that Redis lost', 'workers/sweeper.ts', [
    'await carrier.missing(old)',
    'old.slice(0, 0)',
  ]),
  bug('a show is taken for empty while Sonarr reads it', 'workers/bring-in-show.ts', [
    'if (episodes.length === 0) return { reading: true }',
    '',
  ]),
  bug('only who asked is told', 'actions/telling/plan-deliveries.ts', [
    'await listFollowers(scope.tx, requestId)',
    '(await listFollowers(scope.tx, requestId)).slice(0, 1)',
  ]),
  bug('closed direct messages end a telling', 'workers/jobs/send-delivery.ts', [
    "if (!isFault(error, 'forbidden')) throw error\n    await recordDmClosed",
    'throw error\n    await recordDmClosed',
  ]),
  bug('a card that was sent twice is believed to show the newer', 'workers/show-card.ts', [
    "const print = triedAt === null ? fingerprint(body) : ''",
    'const print = fingerprint(body)',
  ]),
  bug('edits that crossed go unnoticed', 'actions/telling/record-card.ts', [
    "await updateCard(tx, requestId, purpose, { ...shown, print: '', sentAt: now })",
    'await updateCard(tx, requestId, purpose, { ...shown, sentAt: now })',
  ]),
  bug('adding ends when a first download begins', 'workers/jobs/add-to-arr.ts', [
    "['approved', 'added', 'downloading']",
    "['approved']",
  ]),
  bug('a whole season is monitored for one episode', 'workers/bring-in-show.ts', [
    '{ seasons: wish.seasons, future: wish.future })',
    '{ seasons: [...wish.seasons, ...wish.episodes.map(({ season }) => season)], future: wish.future })',
  ]),
  bug('what could not be asked is taken for here', 'workers/look-for.ts', [
    "instanceof Fault) return { existence: 'unknown' }",
    "instanceof Fault) return { existence: 'here' }",
  ]),
  bug('a window is not waited for', 'workers/jobs/tell-episodes.ts', [
    "return later(rest, 'more may arrive')",
    "return finished('more may arrive')",
  ]),
  bug('two requests of somebody tell them of one episode', 'actions/telling/close-telling.ts', [
    'unheard(episodes, heard)',
    'episodes',
  ]),
  bug('cards hear nothing of what was added', 'workers/reactions.ts', [
    "'request.added': ['show-approval-card', 'show-status-card']",
    "'request.added': []",
  ]),
  bug('a film that is asked for twice is asked for twice', 'domain/requests/ask.ts', [
    'return held === undefined',
    'return held !== null',
  ]),
  bug('how far a history was read is noted before it had its effect', 'workers/reconcile.ts', [
    'let titles = 0',
    "await recordReading(deps, actAs('early'), { id: instance.id, reading: readOn(reading, events, clock.now()) })\n  let titles = 0",
  ]),
  bug('nothing of a history is read a second time', 'domain/instances/reading.ts', [
    'Math.min(readTo, now) - OVERLAP_MS',
    'Math.min(readTo, now)',
  ]),
  bug('the numbers of what was read are forgotten', 'domain/instances/reading.ts', [
    'seen: events.filter(({ at }) => at >= from).map(({ id }) => id)',
    'seen: events.filter(({ at }) => at < from).map(({ id }) => id)',
  ]),
  bug('an event of tomorrow hides those of today', 'domain/instances/reading.ts', [
    '.filter((at) => at <= now)',
    '.filter((at) => at <= Number.POSITIVE_INFINITY)',
  ]),
  bug('a title that cannot be looked at is passed over', 'workers/reconcile.ts', [
    'if (trouble !== undefined) throw trouble',
    '',
  ]),
  bug('histories are read only where something is open', 'db/queries/readings.ts', [
    "eb('readings.readAt', '<=', before),",
    '',
  ]),
  bug('an absence goes by unnoticed', 'workers/sweeper.ts', [
    'await noticeAbsence(deps)\n    await startDueSchedules(deps)',
    'await startDueSchedules(deps)\n    await noticeAbsence(deps)',
  ]),
  bug('only some cards show what is left of a show', 'workers/reactions.ts', [
    "'request.recounted': ['show-approval-card', 'show-status-card']",
    "'request.recounted': ['show-status-card']",
  ]),
  bug('who joins is not written down', 'actions/requests/follow-request.ts', [
    'if (!(await insertFollower(scope.tx, request.id, follower, scope.now)))',
    'if (follower.personId === request.personId)',
  ]),
  bug('what is approved goes to nobody', 'workers/reactions.ts', [
    "'request.approved': ['add-to-arr', ",
    "'request.approved': [",
  ]),
]
