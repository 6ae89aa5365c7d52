import { beforeEach, expect, it } from 'vitest'
import { updatePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { tellOfPlexJob } from '../../src/workers/jobs/tell-of-plex.ts'
import { cast } from '../actions/support/cast.ts'
import { forgetPlex, furnish } from '../actions/support/desk.ts'
import { friend, happened } from '../actions/support/lists.ts'
import { linked } from '../actions/support/things.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { another } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

onEachDatabase('a sign-in that Plex takes no longer', (ledger) => {
  beforeEach(async () => {
    await ledger.db.deleteFrom('deliveries').execute()
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
  })

  const run = (plexId: string) => tellOfPlexJob.run(plexId, bench(ledger.db).deps)
  const refuse = (plexId: string, tokenRefusedAt: number | null) =>
    ledger.write((tx) => updatePlexAccount(tx, plexId, { tokenRefusedAt }))
  /** A member whose sign-in was refused; they are known by Discord's number. */
  const arrange = async (discordId = another()) => {
    const plexId = await ledger.write((tx) => linked(tx, discordId))
    await refuse(plexId, 5)
    return { plexId, discordId }
  }
  const told = async () =>
    await ledger.db
      .selectFrom('deliveries')
      .select(['id', 'kind', 'subject', 'discordId'])
      .orderBy('subject')
      .orderBy('discordId')
      .execute()

  it('is told its person once, however often the job runs', async () => {
    const { plexId, discordId } = await arrange()
    expect(await run(plexId)).toEqual({ end: 'done' })
    await Promise.all([run(plexId), run(plexId)])
    const deliveries = await told()
    expect(deliveries).toMatchObject([{ kind: 'plex.refused', subject: `${plexId}.5`, discordId }])
    expect(await happened(ledger.db, 'delivery.planned')).toContain(deliveries[0]?.id)
  })

  it('is told again when a later one is refused, and not when they signed in meanwhile', async () => {
    const { plexId } = await arrange()
    await run(plexId)
    await refuse(plexId, null)
    await run(plexId)
    expect(await told()).toHaveLength(1)
    await refuse(plexId, 9)
    await run(plexId)
    expect((await told()).map(({ subject }) => subject)).toEqual([`${plexId}.5`, `${plexId}.9`])
  })

  it('is told whoever claimed the home as well, when friends are read by it', async () => {
    const { plexId, discordId } = await arrange()
    await furnish(ledger.db, { plexOwner: plexId })
    await run(plexId)
    const whom = (await told()).map((delivery) => delivery.discordId)
    expect(whom.sort()).toEqual([discordId, cast.owner.discordId].sort())
  })

  it('is told whoever claimed the home once, when it is their own', async () => {
    const { plexId } = await arrange(cast.owner.discordId)
    await furnish(ledger.db, { plexOwner: plexId })
    await run(plexId)
    expect(await told()).toMatchObject([{ discordId: cast.owner.discordId }])
  })

  it('is nobody’s to hear of where nobody is known, or nothing was refused', async () => {
    const { plexId, personId } = await friend(ledger, { tokenRefusedAt: 5 })
    await ledger.db.deleteFrom('discordAccounts').where('personId', '=', personId).execute()
    const fine = await friend(ledger)
    for (const id of [plexId, fine.plexId, 'unknown']) expect(await run(id)).toEqual({ end: 'done' })
    expect(await told()).toEqual([])
  })
})
