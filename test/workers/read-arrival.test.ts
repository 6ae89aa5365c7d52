import { expect, it } from 'vitest'
import { findArrival } from '../../src/db/queries/inbox.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { saveTitle } from '../../src/db/queries/titles.ts'
import { EMPTY_WISH, type Wish } from '../../src/domain/seasons/wish.ts'
import { readArrivalJob } from '../../src/workers/jobs/read-arrival.ts'
import { NOW } from '../actions/support/desk.ts'
import { arrival, instance } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, film, ids, request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

/** A show in a Sonarr, requests for parts of it, and the webhooks that Sonarr sends. */
const arrange = async (ledger: Ledger) => {
  const { deps } = bench(ledger.db)
  const tvdbId = Number(another())
  const [instanceId, titleId] = await ledger.write(async (tx) => [
    (await instance(tx, { kind: 'sonarr' })).id,
    await saveTitle(tx, film({ kind: 'show', ids: { tvdb: String(tvdbId) } }), NOW, ids),
  ])
  const ask = async (wish: Partial<Wish>) => {
    const change = { state: 'added', instanceId, arrId: 7, measuredAt: NOW } as const
    const { id } = await ledger.write((tx) =>
      request(tx, { kind: 'show', titleId, wish: { ...EMPTY_WISH, ...wish }, change }),
    )
    return () => findRequest(ledger.db, id)
  }
  const hear = async (eventType: string, more: object) => {
    const body = JSON.stringify({ eventType, series: { id: 7, tvdbId }, ...more })
    const id = await ledger.write((tx) => arrival(tx, { instanceId, eventType, body }))
    const end = await readArrivalJob.run(id, deps)
    expect((await findArrival(ledger.db, id))?.processedAt).toBe(NOW)
    return end
  }
  return { ask, hear }
}

const episode = (seasonNumber: number, episodeNumber: number) => ({ id: 1, seasonNumber, episodeNumber })

onEachDatabase('a webhook of Sonarr’s', (ledger) => {
  it('of an import that needs a person concerns those who asked for its episodes, and nobody else', async () => {
    const { ask, hear } = await arrange(ledger)
    const first = await ask({ seasons: [1] })
    const second = await ask({ seasons: [2] })
    const third = await ask({ episodes: [{ season: 3, episode: 4 }] })
    const messages = [{ title: 'a.mkv', messages: ['No files found are eligible for import.'] }]
    const said = { downloadStatus: 'Warning', downloadStatusMessages: messages }
    await hear('ManualInteractionRequired', { episodes: [episode(1, 2), episode(3, 5)], ...said })
    const trouble = { code: 'import-blocked', said: 'No files found are eligible for import.' }
    expect(await first()).toMatchObject({ state: 'downloading', trouble })
    for (const other of [second, third]) expect((await other())?.trouble).toBeUndefined()
    await hear('ManualInteractionRequired', { episodes: [episode(3, 4)], ...said })
    expect(await third()).toMatchObject({ trouble })
    expect((await second())?.trouble).toBeUndefined()
  })

  it('that doesn’t say of which episodes concerns nobody: the queue tells it within a minute', async () => {
    const { ask, hear } = await arrange(ledger)
    const asked = await ask({ seasons: [1] })
    await hear('ManualInteractionRequired', {})
    await hear('ManualInteractionRequired', { episodes: 'all' })
    expect(await asked()).toMatchObject({ state: 'added' })
  })

  it('of a grab begins the download of those who asked for its episodes', async () => {
    const { ask, hear } = await arrange(ledger)
    const first = await ask({ seasons: [1] })
    const second = await ask({ seasons: [2] })
    await hear('Grab', { episodes: [episode(2, 1), episode(2, 2)] })
    expect((await first())?.state).toBe('added')
    expect((await second())?.state).toBe('downloading')
  })
})
