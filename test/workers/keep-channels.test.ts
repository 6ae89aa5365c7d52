import { beforeEach, expect, it } from 'vitest'
import { recordChannel } from '../../src/actions/setup/record-channel.ts'
import type { Discord } from '../../src/clients/discord/types.ts'
import { findHome } from '../../src/db/queries/home.ts'
import type { ChannelTrouble } from '../../src/domain/home/channel.ts'
import { checkChannelsJob } from '../../src/workers/jobs/keep-channels.ts'
import { cast } from '../actions/support/cast.ts'
import { desk, furnish } from '../actions/support/desk.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { bench, only } from './support/bench.ts'

onEachDatabase('looking after a channel', (ledger) => {
  beforeEach(() => furnish(ledger.db, { adminChannel: '71', requestChannel: null }))

  const note = (trouble: ChannelTrouble | null) =>
    recordChannel(desk(ledger.db), cast.system, { place: 'admin', channelId: '71', trouble })
  const troubleNow = async () => (await findHome(ledger.db))?.adminTrouble
  const check = (channelTrouble: Discord['channelTrouble']) =>
    checkChannelsJob.run('', { ...bench(ledger.db).deps, discord: only<Discord>({ channelTrouble }) })

  it('notes what keeps it from being written in, and that this is over', async () => {
    await check(async () => 'mute')
    expect(await troubleNow()).toBe('mute')
    await check(async () => undefined)
    expect(await troubleNow()).toBeUndefined()
  })

  it.each([
    ['closed', null, 'hidden'],
    ['opened', 'hidden', null],
  ] as const)('believes who found it %s while Discord was asked', async (_, before, meanwhile) => {
    await note(before)
    await check(async () => {
      await note(meanwhile)
      return before ?? undefined
    })
    expect(await troubleNow()).toBe(meanwhile ?? undefined)
  })
})
