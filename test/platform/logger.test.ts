import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/platform/faults.ts'
import { createLogger, createScrubber, wideEvent } from '../../src/platform/logger.ts'

const CANARY = 'canary-5b7e1d'

const open = (level = 'debug') => {
  const lines: string[] = []
  const scrubber = createScrubber()
  const destination = { write: (line: string) => void lines.push(line) }
  const log = createLogger({ level, format: 'json' }, scrubber, destination)
  return { log, scrubber, lines, last: (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '') }
}

const failure = Object.assign(new Error(`GET http://tv:8989/api?apikey=${CANARY} failed`), {
  config: { headers: { 'X-Api-Key': CANARY } },
  cause: new Error(`the body was {"token":"${CANARY}","ok":false}`),
})

describe('a secret nobody told of is hidden', () => {
  it.each([
    ['in a field', { token: CANARY }],
    ['in a header', { headers: { Authorization: `Bearer ${CANARY}` } }],
    ['in headers of any case', { req: { headers: { 'x-plex-token': CANARY, 'X-API-KEY': CANARY } } }],
    ['deep within', { a: { b: [{ c: { refreshToken: `two words ${CANARY}`, password: [CANARY] } }] } }],
    ['in a structure', { secret: { value: CANARY } }],
    ['in an address', { url: `http://radarr:7878/api/v3/movie?term=a&apikey=${CANARY}&x=1` }],
    ['in an address of Plex', { url: `https://plex.tv/api/v2/user?X-Plex-Token=${CANARY}` }],
    ['in the address of a database', { url: `postgres://usherr:${CANARY}@db:5432/usherr` }],
    ['in the address of a Redis', { url: `redis://:${CANARY}@cache:6379` }],
    ['in the path of a webhook', { url: `/webhooks/plex/${CANARY}` }],
    ['in the path of a follow-up', { path: `/api/v10/webhooks/1234/${CANARY}/messages/@original` }],
    ['in the path of an answer', { path: `/api/v10/interactions/1234/${CANARY}/callback` }],
    ['in text', { said: `Authorization: Bot ${CANARY}` }],
    ['in JSON within text', { said: JSON.stringify({ apiKey: CANARY, n: 1 }) }],
    ['in JSON within JSON', { said: JSON.stringify({ body: JSON.stringify({ token: CANARY }) }) }],
    ['in an error', { err: failure }],
    ['in an error elsewhere', { failures: [{ why: failure.message }] }],
  ])('%s', (_, fields) => {
    const { log, lines, last } = open()
    log.error(fields, 'x')
    expect(lines.join()).not.toContain(CANARY)
    expect(lines.join()).toContain('[hidden]')
    expect(last()).toMatchObject({ level: 'error', msg: 'x' })
  })

  it('in the text of the line', () => {
    const { log, lines } = open()
    log.info({}, `password=${CANARY} was wrong`)
    expect(lines.join()).not.toContain(CANARY)
    expect(lines.join()).toContain('was wrong')
  })

  it('in what a child carries along', () => {
    const { log, last, lines } = open()
    log.child({ apiKey: CANARY, job: 'relay' }).info({}, 'x')
    expect(lines.join()).not.toContain(CANARY)
    expect(last()).toMatchObject({ job: 'relay' })
  })
})

describe('a secret that the scrubber was told of is hidden wherever it stands', () => {
  it.each([{ anything: CANARY }, { [CANARY]: 1 }, { err: new Error(CANARY) }, { list: [`a${CANARY}b`] }])(
    '%o',
    (fields) => {
      const { log, lines, scrubber } = open()
      scrubber.hide(CANARY)
      log.warn(fields, `x ${CANARY}`)
      expect(lines.join()).not.toContain(CANARY)
    },
  )

  it('but a word is not taken for one', () => {
    const { scrubber } = open()
    scrubber.hide('admin')
    expect(scrubber.scrub('admin')).toBe('admin')
  })
})

describe('a line', () => {
  it('is JSON with time and level, whatever it tells', () => {
    const { log, last } = open()
    const circle: Record<string, unknown> = { token: null, when: new Date(0) }
    circle.self = circle
    log.info({ circle, nothing: undefined, many: 1n }, 'x')
    expect(last()).toMatchObject({ level: 'info', time: expect.stringMatching(/^\d{4}-.+Z$/), msg: 'x' })
    expect(last().circle).toMatchObject({ when: '1970-01-01T00:00:00.000Z' })
    expect(last()).not.toHaveProperty('pid')
  })

  it('keeps what is no secret', () => {
    const { log, last } = open()
    log.info({ tokens: 3, secretary: 'Tom', monkey: 'x', url: 'http://radarr:7878/api/v3/movie' }, 'x')
    expect(last()).toMatchObject({
      tokens: 3,
      secretary: 'Tom',
      monkey: 'x',
      url: 'http://radarr:7878/api/v3/movie',
    })
  })

  it('is not written below its level', () => {
    const { log, lines } = open('warn')
    log.info({}, 'x')
    log.debug({}, 'x')
    expect(lines).toEqual([])
  })

  it('of a fault has its facts and no stack, of a bug its stack and cause', () => {
    const { log, last } = open()
    log.warn({ err: new Fault({ kind: 'timeout', service: 'Radarr', operation: 'add a film' }) }, 'x')
    expect(last().err).toEqual({
      type: 'Fault',
      message: 'Radarr: add a film: timeout',
      kind: 'timeout',
      service: 'Radarr',
      operation: 'add a film',
    })
    log.error({ err: new TypeError('outer', { cause: new Error('inner') }) }, 'x')
    expect(last().err).toMatchObject({
      type: 'TypeError',
      stack: expect.stringContaining('logger.test.ts'),
      cause: { message: 'inner' },
    })
  })
})

it.each([
  ['done', 'info'],
  ['refused', 'info'],
  ['fault', 'warn'],
  ['gave-up', 'warn'],
  ['bug', 'error'],
])('a job that ends as %s is told at the level %s', (outcome, level) => {
  const { log, last } = open()
  wideEvent(log, { event: 'job', name: 'relay', outcome, ms: 1.2345 })
  expect(last()).toMatchObject({ level, msg: `job relay: ${outcome}`, ms: 1.2, outcome })
})

it('leaves what is no news to those who debug, but never a fault', () => {
  const lines: Record<string, unknown>[] = []
  const log = createLogger({ level: 'info', format: 'json' }, createScrubber(), {
    write: (line) => void lines.push(JSON.parse(line)),
  })
  wideEvent(log, { event: 'job', name: 'read-feed', outcome: 'waits' }, false)
  wideEvent(log, { event: 'job', name: 'read-feed', outcome: 'gave-up' }, false)
  expect(lines.map(({ outcome }) => outcome)).toEqual(['gave-up'])
})
