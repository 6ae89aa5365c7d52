import { expect, it } from 'vitest'
import { insertDelivery } from '../../src/db/queries/deliveries.ts'
import { insertFollower, listFollowers } from '../../src/db/queries/followers.ts'
import {
  findDiscordAccount,
  listDiscordAccounts,
  meetPerson,
  movePossessions,
  setDmChannel,
  setDmClosed,
  setPerson,
} from '../../src/db/queries/people.ts'
import { findPlexAccount, findPlexAccountOf, savePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { onEachDatabase } from './support/ledger.ts'
import { another, ids, person, request } from './support/rows.ts'

onEachDatabase('a person', (ledger) => {
  const { write } = ledger
  const meet = (discordId: string, locale = 'en-US', now = 1_000) =>
    write((tx) => meetPerson(tx, discordId, locale, now, ids))

  it('is known by their Discord account from the first meeting on', async () => {
    const id = await meet('100', 'de')
    expect(await meet('100', 'fr', 5_000)).toBe(id)
    expect(await meet('101')).not.toBe(id)
    expect(await findDiscordAccount(ledger.db, '100')).toEqual({
      discordId: '100',
      personId: id,
      locale: 'fr',
      dmChannel: null,
      dmClosedAt: null,
      createdAt: 1_000,
    })
    expect(await findDiscordAccount(ledger.db, 'none')).toBeUndefined()
  })

  it('is one, also when they are met twice at once', async () => {
    const met = await Promise.all(Array.from({ length: 6 }, () => meet('102')))
    expect(new Set(met).size).toBe(1)
  })

  it('has direct messages, or has them closed', async () => {
    await meet('103')
    await write((tx) => setDmChannel(tx, '103', '900'))
    await write((tx) => setDmClosed(tx, '103', 7_000))
    expect(await findDiscordAccount(ledger.db, '103')).toMatchObject({ dmChannel: '900', dmClosedAt: 7_000 })
    await write((tx) => setDmClosed(tx, '103', null))
    expect(await findDiscordAccount(ledger.db, '103')).toMatchObject({ dmChannel: '900', dmClosedAt: null })
  })
})

onEachDatabase('a Plex account', (ledger) => {
  const { write } = ledger
  const link = (plexId: string, personId: string, username = 'mia') =>
    write((tx) => savePlexAccount(tx, { plexId, personId, username, token: null, linkedAt: 1_000 }))

  it('is one person’s, whose name follows Plex', async () => {
    const mia = await write((tx) => person(tx))
    await link('10', mia)
    await link('10', mia, 'mia-renamed')
    const account = expect.objectContaining({
      plexId: '10',
      personId: mia,
      username: 'mia-renamed',
      token: null,
      linkedAt: 1_000,
    })
    expect(await findPlexAccount(ledger.db, '10')).toEqual(account)
    expect(await findPlexAccountOf(ledger.db, mia)).toEqual(account)
  })

  it('is the only one of its person: the database refuses a second', async () => {
    const mia = await write((tx) => person(tx))
    await link('20', mia)
    await expect(link('21', mia)).rejects.toThrow(/unique/i)
    await expect(link('22', 'nobody')).rejects.toThrow(/foreign key/i)
    expect(await findPlexAccount(ledger.db, '21')).toBeUndefined()
  })

  it('may stand behind several Discord accounts', async () => {
    const mia = await write((tx) => person(tx, '201', 1_000))
    await write((tx) => person(tx, '200', 2_000))
    await write((tx) => person(tx, '199', 2_000))
    await link('30', mia)
    await write(async (tx) => {
      await setPerson(tx, '200', mia)
      await setPerson(tx, '199', mia)
    })
    const accounts = await listDiscordAccounts(ledger.db, mia)
    expect(accounts.map(({ discordId }) => discordId)).toEqual(['201', '199', '200'])
  })
})

onEachDatabase('two people who turn out to be one', (ledger) => {
  it('share what they asked for and follow, and hear no news twice', async () => {
    const { from, to, both, own } = await ledger.write(async (tx) => {
      const [from, to] = [await person(tx), await person(tx)]
      const both = await request(tx, { personId: from })
      const own = await request(tx, { personId: from })
      for (const { id } of [both, own]) {
        await insertFollower(tx, id, { personId: from, discordId: '300' }, 1_000)
        const delivery = { kind: 'available', subject: id, personId: from, discordId: '300' }
        await insertDelivery(tx, { id: `from-${another()}`, ...delivery }, 1_000)
      }
      await insertFollower(tx, both.id, { personId: to, discordId: '301' }, 2_000)
      await insertDelivery(
        tx,
        { id: `to-${another()}`, kind: 'available', subject: both.id, personId: to, discordId: '301' },
        1_000,
      )
      await movePossessions(tx, from, to)
      return { from, to, both, own }
    })
    expect((await findRequest(ledger.db, both.id))?.personId).toBe(to)
    expect(await listFollowers(ledger.db, both.id)).toEqual([{ personId: to, discordId: '301' }])
    expect(await listFollowers(ledger.db, own.id)).toEqual([{ personId: to, discordId: '300' }])
    const news = await ledger.db
      .selectFrom('deliveries')
      .select(['subject', 'personId', 'discordId'])
      .execute()
    expect(news).toHaveLength(2)
    expect(news).toEqual(
      expect.arrayContaining([
        { subject: both.id, personId: to, discordId: '301' },
        { subject: own.id, personId: to, discordId: '300' },
      ]),
    )
    for (const table of ['requests', 'followers', 'deliveries'] as const) {
      expect(await ledger.db.selectFrom(table).selectAll().where('personId', '=', from).execute()).toEqual([])
    }
  })
})
