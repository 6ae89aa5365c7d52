import { expect, it } from 'vitest'
import type { Answer, Call } from '../../src/clients/http/types.ts'
import { LANES, type Lane } from '../../src/domain/watchlists/pace.ts'
import { createPlexLines } from '../../src/start/plex-lines.ts'
import { NOW, stillClock } from '../actions/support/desk.ts'
import { fault } from '../workers/support/plex-bench.ts'

const SETTINGS = {
  tvUrl: 'https://plex.test',
  appUrl: 'https://app.test',
  discoverUrl: 'https://discover.test',
  communityUrl: 'https://community.test',
  rssUrl: 'https://rss.test',
  clientId: 'usherr-1',
  product: 'Usherr',
}
const KEY = 'a'.repeat(24)
const MOVED = { MediaContainer: { machineIdentifier: 'm1' } }
const SERVER = { machineId: 'm1', name: 'Attic', token: 's', addresses: ['http://attic'] }

/** The lines, with what they do in order: turns that are taken, calls that are sent, pauses that are asked for. */
const arrange = (answer: (call: Call) => Partial<Answer> = () => ({})) => {
  const done: string[] = []
  const hooks = { take: async (): Promise<void> => undefined }
  const http = {
    send: async (call: Call) => {
      done.push(`send ${call.url.host}`)
      return { status: 200, headers: {}, text: '{}', ...answer(call) }
    },
    close: async () => undefined,
  }
  const pace = {
    take: async ({ service }: Pick<Call, 'service'>, lane: Lane) => {
      done.push(`take ${lane} for ${service}`)
      await hooks.take()
    },
    pause: async (ms: number | undefined) => void done.push(`pause ${ms}`),
  }
  return { done, hooks, lines: createPlexLines(SETTINGS, http, pace, stillClock()) }
}

it.each(LANES)('takes a turn on the lane %s before each call of each service of Plex', async (lane) => {
  const { done, lines } = arrange()
  const { tv, discover, community, feeds } = lines(lane)
  await tv.signOut('t')
  await discover.title('t', KEY).catch(() => undefined)
  await community.friends('t').catch(() => undefined)
  await feeds.read('https://rss.test/f').catch(() => undefined)
  const taken = done.filter((_, at) => at % 2 === 0)
  expect(taken.map((turn) => turn.split(' for ')[0])).toEqual(Array(4).fill(`take ${lane}`))
  expect(new Set(taken).size).toBe(4)
  expect(done.filter((_, at) => at % 2 === 1)).toEqual([
    'send plex.test',
    'send discover.test',
    'send community.test',
    'send rss.test',
  ])
})

it('sends nothing while there is no turn', async () => {
  const { done, hooks, lines } = arrange()
  hooks.take = () => Promise.reject(fault('rate-limited', { retryAfterMs: 9 }))
  await expect(lines('walk').tv.signOut('t')).rejects.toThrow('rate-limited')
  expect(done).toEqual(['take walk for plex.tv'])
})

it.each([
  ['as long as it says', { 'retry-after': '7' }, 'pause 7000'],
  [
    'until the date that it names',
    { 'retry-after': new Date(NOW + 90_000).toUTCString(), date: new Date(NOW).toUTCString() },
    'pause 90000',
  ],
  ['for as long as is usual when it says nothing', {}, 'pause undefined'],
])('has all wait when Plex wishes so, %s', async (_, headers, pause) => {
  const { done, lines } = arrange(() => ({ status: 429, headers }))
  await expect(lines('check').tv.signOut('t')).rejects.toMatchObject({ kind: 'rate-limited' })
  expect(done.slice(2)).toEqual([pause])
})

it.each([200, 401, 503])('has nobody wait for an answer of %d', async (status) => {
  const { done, lines } = arrange(() => ({ status, headers: { 'retry-after': '7' } }))
  await lines('check')
    .tv.signOut('t')
    .catch(() => undefined)
  expect(done).toHaveLength(2)
})

it('keeps a line once it is there', () => {
  const { lines } = arrange()
  expect(lines('feed')).toBe(lines('feed'))
  expect(lines('feed')).not.toBe(lines('walk'))
})

it('asks media servers at no pace, and has nobody wait for one that is asked too much', async () => {
  const { done, lines } = arrange(({ url }) =>
    url.pathname === '/identity' ? { text: JSON.stringify(MOVED) } : { status: 429 },
  )
  const { server } = lines('title')
  await expect(server(SERVER).holding({ kind: 'film', plexKey: KEY })).rejects.toMatchObject({
    kind: 'rate-limited',
  })
  expect(done).toEqual(['send attic', 'send attic'])
})

it('asks a media server where it answered, on whichever lane, until it has moved', async () => {
  const { done, lines } = arrange(({ url }) => ({
    text: JSON.stringify(url.pathname === '/identity' ? MOVED : { MediaContainer: {} }),
  }))
  const ask = async (lane: Lane, more: Partial<typeof SERVER> = {}) => {
    done.length = 0
    await lines(lane)
      .server({ ...SERVER, ...more })
      .holding({ kind: 'film', plexKey: KEY })
    return done.length
  }
  expect(await ask('title')).toBe(2)
  expect(await ask('title')).toBe(1)
  expect(await ask('person')).toBe(1)
  expect(await ask('title', { token: 'of somebody else' })).toBe(2)
  expect(await ask('title', { addresses: ['http://cellar'] })).toBe(2)
  expect(done).toEqual(['send cellar', 'send cellar'])
  expect(await ask('title', { addresses: ['http://cellar'] })).toBe(1)
})
