import { generateKeyPairSync, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { openDoor } from './support/door.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
const db = connect({ kind: 'sqlite', path: ':memory:' })
afterAll(() => db.destroy())

const taken: unknown[] = []
let app: FastifyInstance
beforeEach(() => {
  taken.length = 0
  const take = async (raw: unknown) => {
    taken.push(raw)
    return { type: 4, data: { content: 'Grüße' } }
  }
  app = openDoor(db, { interactions: { publicKey: hex, take } }).app
})

const TIME = '1800000000'
const signed = (text: string, timestamp = TIME, key = privateKey) => ({
  'x-signature-ed25519': sign(null, Buffer.from(timestamp + text), key).toString('hex'),
  'x-signature-timestamp': timestamp,
})
const post = (payload: string, headers: Record<string, string> = signed(payload)) =>
  app.inject({ method: 'POST', url: '/interactions', headers, payload })

const press = JSON.stringify({ id: '1', type: 3, token: 't', data: { custom_id: 'u1:setup' }, locale: 'fr' })

it('a PING is answered, and nobody else hears of it', async () => {
  const answer = await post('{"type":1}')
  expect([answer.statusCode, answer.json()]).toEqual([200, { type: 1 }])
  expect(taken).toEqual([])
})

it('anything else is taken as it came, and its first answer is the body', async () => {
  const answer = await post(press)
  expect([answer.statusCode, answer.json()]).toEqual([200, { type: 4, data: { content: 'Grüße' } }])
  expect(answer.headers['content-type']).toContain('application/json')
  expect(taken).toEqual([JSON.parse(press)])
})

it('the signature covers every byte, also those that JSON does not care for', async () => {
  const spaced = ` ${press}\n`
  expect((await post(spaced)).statusCode).toBe(200)
  expect((await post(spaced, signed(press))).statusCode).toBe(401)
  expect((await post('{"type":1,"é":"🎬"}')).statusCode).toBe(200)
})

const stranger = generateKeyPairSync('ed25519').privateKey
const good = signed(press)
const signature = good['x-signature-ed25519']

it.each([
  ['no signature', { 'x-signature-timestamp': TIME }],
  ['no timestamp', { 'x-signature-ed25519': signature }],
  ['nothing', {}],
  ['another key', signed(press, TIME, stranger)],
  ['another body', signed(`${press} `)],
  ['a timestamp that was changed afterwards', { ...good, 'x-signature-timestamp': '1800000001' }],
  [
    'an older signature under a new timestamp',
    { ...signed(press, '1700000000'), 'x-signature-timestamp': TIME },
  ],
  ['half a signature', { ...good, 'x-signature-ed25519': signature.slice(0, 64) }],
  ['a longer signature', { ...good, 'x-signature-ed25519': `${signature}00` }],
  [
    'a flipped bit',
    { ...good, 'x-signature-ed25519': signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
  ],
  ['a signature that is no hex', { ...good, 'x-signature-ed25519': 'z'.repeat(128) }],
  ['zeros', { ...good, 'x-signature-ed25519': '0'.repeat(128) }],
])('%s: 401, and nothing is parsed', async (_, headers: Record<string, string>) => {
  const answer = await post(press, headers)
  expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'unauthorised'])
  expect((await post('{"type":1}', headers)).statusCode).toBe(401)
  expect(taken).toEqual([])
})

it('a signed body that is no object is 400', async () => {
  for (const body of ['', '[]', 'null', '{"type":1']) expect((await post(body)).statusCode).toBe(400)
})

it('a body of more than 1 MiB is 413, signed or not', async () => {
  expect((await post(JSON.stringify({ type: 1, a: 'x'.repeat(1024 * 1024) }))).statusCode).toBe(413)
})

it('a bug of whoever takes it is a 500 without a stack', async () => {
  const take = () => Promise.reject(new TypeError('undefined is not a function'))
  app = openDoor(db, { interactions: { publicKey: hex, take } }).app
  const answer = await post(press)
  expect([answer.statusCode, answer.json().error.code]).toEqual([500, 'internal'])
  expect(answer.body).not.toMatch(/function|\.ts/)
})
