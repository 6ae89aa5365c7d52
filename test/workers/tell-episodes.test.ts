import { expect, it } from 'vitest'
import { lookAtShow } from '../../src/actions/requests/look-at-show.ts'
import { factOf } from '../../src/clients/arr/episode-fact.ts'
import { insertFollower } from '../../src/db/queries/followers.ts'
import { findOpenTelling } from '../../src/db/queries/tellings.ts'
import type { RequestChange } from '../../src/domain/requests/request.ts'
import type { Wish } from '../../src/domain/seasons/wish.ts'
import { sendDeliveryJob } from '../../src/workers/jobs/send-delivery.ts'
import { tellEpisodesJob } from '../../src/workers/jobs/tell-episodes.ts'
import { cast } from '../actions/support/cast.ts'
import { NOW } from '../actions/support/desk.ts'
import { showRequest } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, person, request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'
import { season } from './support/fake-sonarr.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** A request for a season of ten, with followers, of which episodes arrive one after the other. */
const arrange = async (ledger: Ledger, followers = 1, change: RequestChange = {}) => {
  const table = bench(ledger.db)
  const { deps, posts } = table
  const { id: requestId } = await ledger.write((tx) =>
    showRequest(tx, { state: 'added', arrId: 7, measuredAt: NOW, have: 0, total: 10, ...change }),
  )
  const dms: string[] = []
  for (let count = 0; count < followers; count += 1) {
    const discordId = another()
    dms.push(`dm-${discordId}`)
    await ledger.write(async (tx) =>
      insertFollower(tx, requestId, { personId: await person(tx, discordId), discordId }, NOW),
    )
  }
  const arrive = (files: number, of = 10) =>
    lookAtShow(deps, cast.system, { requestId, episodes: season(1, of, files).map(factOf) })
  const windows = async () =>
    (await ledger.db.selectFrom('tellings').select('id').where('requestId', '=', requestId).execute()).map(
      ({ id }) => id,
    )
  const tell = async () => tellEpisodesJob.run((await windows()).at(-1) ?? 'none', deps)
  /** Sends what was planned; what each follower has heard. */
  const heard = async () => {
    const planned = await ledger.db
      .selectFrom('deliveries')
      .select('id')
      .where('state', '=', 'planned')
      .execute()
    for (const { id } of planned) await sendDeliveryJob.run(id, deps)
    return dms.map((dm) =>
      posts.filter(({ channelId }) => channelId === dm).map(({ body }) => JSON.stringify(body)),
    )
  }
  return { ...table, arrive, windows, tell, heard }
}

/** Mia asked for one episode, then for its whole season, which Tim waits for too. */
const arrangeTwo = async (ledger: Ledger) => {
  const table = bench(ledger.db)
  const { deps, clock, posts } = table
  const mia = another()
  const tim = another()
  const requests = new Map<string, string>()
  const change: RequestChange = { state: 'added', arrId: 7, measuredAt: NOW, have: 0 }
  const ask = async (name: string, wish: Wish, askers: readonly string[], titleId?: string) =>
    ledger.write(async (tx) => {
      const createdAt = clock.now()
      const made =
        titleId === undefined
          ? await showRequest(tx, change, { wish, createdAt })
          : await request(tx, { kind: 'show', titleId, wish, createdAt, change })
      requests.set(name, made.id)
      for (const discordId of askers)
        await insertFollower(tx, made.id, { personId: await person(tx, discordId), discordId }, createdAt)
      return made.titleId
    })
  const whole = { seasons: [1], episodes: [], future: false }
  const titleId = await ask('one', { ...whole, seasons: [], episodes: [{ season: 1, episode: 2 }] }, [mia])
  await ask('season', whole, [mia, tim], titleId)
  const arrive = async (files: number) => {
    clock.pass(SECOND)
    for (const requestId of requests.values())
      await lookAtShow(deps, cast.system, { requestId, episodes: season(1, 10, files).map(factOf) })
  }
  const end = async (name: string) => {
    clock.pass(2 * MINUTE)
    const requestId = requests.get(name) ?? ''
    const window = await findOpenTelling(ledger.db, requestId)
    if (window !== undefined) await tellEpisodesJob.run(window.id, deps)
  }
  const heard = async (discordId: string) => {
    const planned = await ledger.db
      .selectFrom('deliveries')
      .select('id')
      .where('state', '=', 'planned')
      .execute()
    for (const { id } of planned) await sendDeliveryJob.run(id, deps)
    return posts
      .filter(({ channelId }) => channelId === `dm-${discordId}`)
      .map(({ body }) => JSON.stringify(body).match(/### .+?(?=\\n)/)?.[0] ?? '')
  }
  const askAnew = async () => {
    clock.pass(SECOND)
    await ask('anew', whole, [mia], titleId)
  }
  return { mia, tim, arrive, end, heard, askAnew }
}

onEachDatabase('what arrived of a show', (ledger) => {
  it('is told after two minutes of quiet, in one message to each follower', async () => {
    const { arrive, tell, heard, clock } = await arrange(ledger, 2)
    await arrive(2)
    expect(await tell()).toEqual({ end: 'wait', ms: 2 * MINUTE, why: 'more may arrive' })
    clock.pass(MINUTE)
    await arrive(3)
    expect(await tell()).toMatchObject({ end: 'wait', ms: 2 * MINUTE })
    clock.pass(2 * MINUTE - 1)
    expect(await tell()).toMatchObject({ end: 'wait', ms: 1 })
    expect(await heard()).toEqual([[], []])
    clock.pass(1)
    expect(await tell()).toEqual({ end: 'done', note: '2 planned' })
    const messages = await heard()
    expect(messages.map((one) => one.length)).toEqual([1, 1])
    expect(messages[0]?.[0]).toMatch(/1.3/)
  })

  it('is told at once when all of it is here', async () => {
    const { arrive, tell, heard } = await arrange(ledger)
    await arrive(4)
    await arrive(10)
    expect(await tell()).toEqual({ end: 'done', note: '1 planned' })
    expect(await heard()).toEqual([[expect.stringContaining('Season 1')]])
  })

  it('is told after half an hour, though it never stops', async () => {
    const { arrive, tell, clock } = await arrange(ledger)
    for (let files = 1; files <= 15; files += 1) {
      await arrive(files, 20)
      clock.pass(2 * MINUTE - SECOND)
    }
    await arrive(16, 20)
    expect(await tell()).toMatchObject({ end: 'wait', ms: 15 * SECOND })
    clock.pass(15 * SECOND)
    expect(await tell()).toEqual({ end: 'done', note: '1 planned' })
  })

  it('is told once, however often whoever tells it comes by', async () => {
    const { arrive, tell, heard, clock } = await arrange(ledger)
    await arrive(1)
    clock.pass(2 * MINUTE)
    const ends = await Promise.all([tell(), tell()])
    expect(ends.filter((end) => end.end === 'done' && end.note === '1 planned')).toHaveLength(1)
    expect(await tell()).toEqual({ end: 'done', note: 'told already' })
    expect((await heard()).map((one) => one.length)).toEqual([1])
  })

  it('is told apart when it arrives after that, without what was told', async () => {
    const { arrive, windows, tell, heard, clock } = await arrange(ledger)
    await arrive(2)
    clock.pass(2 * MINUTE)
    await tell()
    await arrive(2)
    expect(await windows()).toHaveLength(1)
    await arrive(3)
    clock.pass(2 * MINUTE)
    await tell()
    const [messages = []] = await heard()
    expect(messages).toHaveLength(2)
    expect(messages[1]).not.toContain('Episodes')
  })

  it('is told once to somebody who waits for it in two requests, and the rest of it beside', async () => {
    const { mia, tim, arrive, end, heard } = await arrangeTwo(ledger)
    await arrive(3)
    // The season's window ends first, then that of the one episode, of which Mia has heard by then.
    await end('season')
    await end('one')
    expect(await heard(mia)).toEqual([expect.stringContaining('1–3')])
    expect(await heard(tim)).toEqual([expect.stringContaining('1–3')])
  })

  it('is told without what somebody heard through another request', async () => {
    const { mia, tim, arrive, end, heard } = await arrangeTwo(ledger)
    await arrive(3)
    await end('one')
    await end('season')
    expect(await heard(mia)).toEqual([
      expect.stringContaining('episode 2'),
      expect.stringMatching(/episodes 1.+3/),
    ])
    expect(await heard(tim)).toEqual([expect.stringContaining('1–3')])
  })

  it('is told once to somebody also when both windows end at one moment', async () => {
    const { mia, arrive, end, heard } = await arrangeTwo(ledger)
    await arrive(2)
    await Promise.all([end('one'), end('season')])
    const told = (await heard(mia)).join()
    expect(told.match(/2/g)).toHaveLength(1)
  })

  it('is told again when it comes anew, for a request that was made after the first was told', async () => {
    const { mia, arrive, end, heard, askAnew } = await arrangeTwo(ledger)
    await arrive(3)
    await end('season')
    await askAnew()
    await arrive(2)
    await end('anew')
    expect(await heard(mia)).toHaveLength(2)
  })

  it('is nothing when nobody knows such a window', async () => {
    expect(await tellEpisodesJob.run('none', bench(ledger.db).deps)).toEqual({
      end: 'done',
      note: 'told already',
    })
  })
})
