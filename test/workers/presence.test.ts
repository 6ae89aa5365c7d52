import { beforeEach, expect, it } from 'vitest'
import type { Holding, PlexServer } from '../../src/clients/plex/types.ts'
import { savePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import type { Title } from '../../src/domain/titles/title.ts'
import type { JobDeps } from '../../src/workers/deps.ts'
import { createServersMemory, serverThatHas } from '../../src/workers/watch/presence.ts'
import { forgetPlex, furnish, NOW } from '../actions/support/desk.ts'
import { friend } from '../actions/support/lists.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { film } from '../db/support/rows.ts'
import { fault, plexBench } from './support/plex-bench.ts'

const MINUTE = 60_000

const server = (machineId: string, name: string, more: Partial<PlexServer> = {}): PlexServer => ({
  machineId,
  name,
  owned: false,
  accessToken: `access-to-${name}`,
  addresses: [`http://${name}.test`],
  ...more,
})
const ATTIC = server('m1', 'Attic')
const CELLAR = server('m2', 'Cellar')

/** A friend, the servers that whoever signed in reaches, and what each of those has. */
const arrange = async (
  ledger: Ledger,
  { servers = [ATTIC, CELLAR], linked = false }: { servers?: readonly PlexServer[]; linked?: boolean } = {},
) => {
  await furnish(ledger.db)
  await forgetPlex(ledger.db)
  const table = await plexBench(ledger)
  const { plexId, personId } = await friend(ledger)
  if (linked)
    await ledger.write((tx) =>
      savePlexAccount(tx, { plexId, personId, username: 'pia', token: table.token(plexId), linkedAt: 1 }),
    )
  const holdings: Record<string, () => Holding | undefined> = {}
  const asked: string[] = []
  const lines = {
    server: ({ name }: { name: string }) => ({
      holding: async () => {
        asked.push(name)
        return holdings[name]?.()
      },
    }),
    tv: { servers: async () => servers },
  }
  const deps: JobDeps = { ...table.deps, plex: () => lines as never, serversOf: async () => servers }
  const has = (title: Title) => serverThatHas(plexId, title, deps)
  return { ...table, deps, plexId, holdings, asked, has }
}

const up = film({ ids: { tmdb: '1', plex: 'p' } })
const show = (...episodes: (number | undefined)[]): Title =>
  film({
    kind: 'show',
    ids: { tvdb: '1', plex: 'p' },
    seasons: [
      { number: 0, episodes: 3, firstAired: 1 },
      ...episodes.map((count, at) => ({
        number: at + 1,
        firstAired: 1,
        ...(count === undefined ? {} : { episodes: count }),
      })),
      { number: 9, episodes: 8, firstAired: NOW + 1 },
    ],
  })

onEachDatabase('whether it is on a server', (ledger) => {
  beforeEach(() => furnish(ledger.db))

  it('is asked of all servers that somebody reaches by their own sign-in', async () => {
    const { has, holdings, asked } = await arrange(ledger, { linked: true })
    expect(await has(up)).toBeUndefined()
    expect(asked.sort()).toEqual(['Attic', 'Cellar'])
    holdings.Cellar = () => ({})
    expect(await has(up)).toBe('Cellar')
  })

  it('is asked of the home’s alone for somebody who didn’t sign in', async () => {
    const { has, holdings, asked } = await arrange(ledger)
    holdings.Cellar = () => ({})
    expect(await has(up)).toBeUndefined()
    expect(asked).toEqual(['Attic'])
    holdings.Attic = () => ({})
    expect(await has(up)).toBe('Attic')
  })

  it('is not known of a server that is away, and no reason to think that it isn’t there', async () => {
    const { has, holdings } = await arrange(ledger, { linked: true })
    holdings.Attic = () => {
      throw fault('unreachable')
    }
    expect(await has(up)).toBeUndefined()
    holdings.Cellar = () => ({})
    expect(await has(up)).toBe('Cellar')
  })

  it('is not asked without Plex’s number', async () => {
    const { has, asked } = await arrange(ledger)
    expect(await has(film({ ids: { tmdb: '1' } }))).toBeUndefined()
    expect(asked).toEqual([])
  })

  it.each([
    [[8, 6], { 1: 8, 2: 6 }, 'Attic'],
    [[8, 6], { 1: 9, 2: 6 }, 'Attic'],
    [[8, 6], { 1: 8, 2: 5 }, undefined],
    [[8, 6], { 1: 8 }, undefined],
    [[8, undefined], { 1: 8, 2: 6 }, undefined],
    [[], { 1: 8 }, undefined],
  ] as const)('takes a show of %j episodes for there with %j: %s', async (out, held, name) => {
    const { has, holdings } = await arrange(ledger)
    holdings.Attic = () => ({
      seasons: new Map(Object.entries(held).map(([number, count]) => [Number(number), count])),
    })
    expect(await has(show(...out))).toBe(name)
  })

  it('asks where the servers are once in ten minutes for each account', async () => {
    const { deps, clock, owner } = await arrange(ledger)
    let calls = 0
    const plex = () => ({ tv: { servers: async () => [server('m1', `Attic ${++calls}`)] } }) as never
    const memory = createServersMemory(clock)
    const ask = (plexId: string) => memory({ account: { plexId } as never, token: 't' }, { ...deps, plex })
    await ask(owner.plexId)
    await ask(owner.plexId)
    expect(calls).toBe(1)
    await ask('another')
    expect(calls).toBe(2)
    clock.pass(10 * MINUTE)
    await ask(owner.plexId)
    expect(calls).toBe(3)
  })
})
