import { beforeEach, expect, it } from 'vitest'
import { channelAt, findHome, insertHome, setTrouble, updateHome } from '../../src/db/queries/home.ts'
import { savePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { WATCH_DEFAULTS } from '../../src/domain/watchlists/settings.ts'
import { onEachDatabase } from './support/ledger.ts'
import { person } from './support/rows.ts'

onEachDatabase('the home', (ledger) => {
  const { write } = ledger
  beforeEach(async () => {
    await ledger.db.deleteFrom('home').execute()
  })
  const claim = (guildId: string) => write((tx) => insertHome(tx, guildId, '1', 1_000))

  it('is claimed once, also by two at once', async () => {
    expect(await findHome(ledger.db)).toBeUndefined()
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map(claim))
    expect(claims.filter((claimed) => claimed)).toHaveLength(1)
    expect(await claim('e')).toBe(false)
    expect(await findHome(ledger.db)).toStrictEqual({
      guildId: ['a', 'b', 'c', 'd'][claims.indexOf(true)],
      claimedBy: '1',
      plexServers: [],
      trustedRoles: [],
      trustedMembers: [],
      watch: WATCH_DEFAULTS,
    })
  })

  it('is one: the database itself takes no second', async () => {
    await claim('a')
    const second = ledger.db
      .updateTable('home')
      .set({ id: 2 as 1 })
      .execute()
    await expect(second).rejects.toThrow(/check/i)
  })

  it('remembers what set-up chose', async () => {
    await claim('a')
    await write(async (tx) => {
      const personId = await person(tx)
      await savePlexAccount(tx, { plexId: '10', personId, username: 'x', token: null, linkedAt: 1 })
      const servers = [
        { machineId: 'm1', name: 'Attic' },
        { machineId: 'm2', name: 'Cellar' },
      ]
      await updateHome(
        tx,
        {
          adminChannel: '5',
          requestChannel: '6',
          approverRole: '7',
          adminRole: '8',
          plexOwner: '10',
          plexServers: JSON.stringify(servers),
          plexServer: 'm2',
          trustedRoles: '["r1"]',
          trustedMembers: '["u1","u2"]',
          denyReasons: '["Too long."]',
        },
        2_000,
      )
    })
    const home = await findHome(ledger.db)
    expect(home).toStrictEqual({
      guildId: 'a',
      claimedBy: '1',
      adminChannel: '5',
      requestChannel: '6',
      approverRole: '7',
      adminRole: '8',
      plexOwner: '10',
      plexServers: [
        { machineId: 'm1', name: 'Attic' },
        { machineId: 'm2', name: 'Cellar' },
      ],
      plexServer: { machineId: 'm2', name: 'Cellar' },
      trustedRoles: ['r1'],
      trustedMembers: ['u1', 'u2'],
      watch: WATCH_DEFAULTS,
      denyReasons: ['Too long.'],
    })
    await write((tx) => updateHome(tx, { plexServer: 'gone' }, 3_000))
    expect(await findHome(ledger.db)).not.toHaveProperty('plexServer')
  })

  it('notes why a channel can’t be written in, for whoever saw what stood before', async () => {
    await claim('a')
    await write((tx) => updateHome(tx, { adminChannel: '5', requestChannel: '6' }, 2_000))
    const note = (
      ...args: [place: 'admin' | 'request', before: 'gone' | undefined, after: 'gone' | 'mute' | null]
    ) => write((tx) => setTrouble(tx, ...args, 3_000))
    expect(await note('admin', 'gone', 'mute')).toBe(false)
    expect(await note('admin', undefined, 'gone')).toBe(true)
    expect(await note('admin', undefined, 'mute')).toBe(false)
    const home = await findHome(ledger.db)
    expect(channelAt(home, 'admin')).toEqual({ id: '5', trouble: 'gone' })
    expect(channelAt(home, 'request')).toEqual({ id: '6', trouble: undefined })
    expect(await note('admin', 'gone', null)).toBe(true)
    expect(channelAt(await findHome(ledger.db), 'admin').trouble).toBeUndefined()
    expect(channelAt(undefined, 'admin')).toEqual({ id: undefined, trouble: undefined })
  })
})
