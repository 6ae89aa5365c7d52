import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Discord } from '../../src/clients/discord/types.ts'
import { registry } from '../../src/commands/index.ts'
import { connect, type Db } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { takeByHttp } from '../../src/start/http-interactions.ts'
import { cast } from '../actions/support/cast.ts'
import { furnish } from '../actions/support/desk.ts'
import { openDoor } from '../webhooks/support/door.ts'
import { openCounter, press, slash, wordsOf } from './support/counter.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')

let db: Db
beforeAll(async () => {
  db = connect({ kind: 'sqlite', path: ':memory:' })
  await migrate(db)
  await furnish(db)
})
afterAll(() => db.destroy())

/** Both ways to the same front door, and what was said to Discord besides the first answer. */
const bothWays = () => {
  const later: unknown[] = []
  const { take, lines, deps } = openCounter(db, {}, { registry: registry() })
  const discord = {
    editAnswer: async (...given: unknown[]) => void later.push(given),
  } as unknown as Discord
  const { app } = openDoor(db, { interactions: { publicKey: hex, take: takeByHttp(deps, discord) } })
  const post = async (given: unknown) => {
    const payload = JSON.stringify(given)
    const signature = sign(null, Buffer.from(`1${payload}`), privateKey).toString('hex')
    const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': '1' }
    return app.inject({ method: 'POST', url: '/interactions', headers, payload })
  }
  return { take, post, later, lines }
}

it.each([
  ['a command', slash(cast.manager, 'setup')],
  ['a refusal', slash(cast.member, 'setup')],
  ['an old button', press(cast.member, 'u1:nothing')],
])('%s is answered by HTTP as by the gateway', async (_, given) => {
  const { take, post, later, lines } = bothWays()
  const [first, ...more] = await take(given)
  expect(more).toEqual([])
  const answer = await post(given)
  expect([answer.statusCode, answer.json()]).toEqual([200, first?.body])
  expect(later).toEqual([])
  expect(lines.map(({ outcome }) => outcome)).toEqual([lines[0]?.outcome, lines[0]?.outcome])
})

it('what follows the first answer goes the usual way', async () => {
  const { post, later } = bothWays()
  const answer = await post(slash(cast.member, 'request', { title: 'zzz' }))
  expect(answer.json()).toEqual({ type: 5, data: { flags: 64 } })
  await expect.poll(() => later.length).toBe(1)
  expect(later[0]).toEqual(['1', 'answer-token', expect.anything()])
  expect(wordsOf(later[0])).toContain('zzz')
})

it('what can’t be read is answered with nothing', async () => {
  const { post } = bothWays()
  const answer = await post({ type: 9, id: '1' })
  expect([answer.statusCode, answer.body]).toEqual([200, ''])
})
