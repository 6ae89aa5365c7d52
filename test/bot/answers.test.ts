import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Command, defineCommand, type Reply, show, update } from '../../src/commands/define.ts'
import { connect, type Db } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { Fault } from '../../src/platform/faults.ts'
import { message, text } from '../../src/views/kit/message.ts'
import { cast } from '../actions/support/cast.ts'
import { furnish } from '../actions/support/desk.ts'
import { openCounter, press, slash, wordsOf } from './support/counter.ts'

let db: Db
beforeAll(async () => {
  db = connect({ kind: 'sqlite', path: ':memory:' })
  await migrate(db)
  await furnish(db)
})
afterAll(() => db.destroy())

const [IMMEDIATE, UPDATE, DEFERRED, DEFERRED_UPDATE, MODAL] = [4, 7, 5, 6, 9]
const EPHEMERAL = 64
const HI = message('quiet', [text('Hi.')])
const unreachable = new Fault({ kind: 'unreachable', service: 'Radarr', operation: 'find a film' })

type Manner = Partial<Pick<Command, 'ack' | 'slow'>>

const command = (run: () => Promise<Reply>, manner: Manner = {}): Command =>
  defineCommand({
    data: { name: 'try', description: 'Try' },
    ack: 'show',
    allow: 'member',
    input: z.object({}),
    run,
    ...manner,
  })

/** A button that is called like the one that pages. */
const button = (run: () => Promise<Reply>, manner: Manner = {}) => ({
  id: 'setup',
  ack: 'update' as const,
  allow: 'member' as const,
  run,
  ...manner,
})

const soon = async () => undefined
const types = (said: readonly { body: unknown }[]) => said.map(({ body }) => (body as { type?: number }).type)

describe('the first answer', () => {
  it('of a quick command is the message itself, for the asker alone', async () => {
    const { take } = openCounter(db, { commands: [command(async () => show(HI))] })
    const said = await take(slash(cast.member, 'try'))
    expect(said).toEqual([
      { how: 'first', body: { type: IMMEDIATE, data: { ...HI, flags: HI.flags | EPHEMERAL } } },
    ])
  })

  it('of a quick button changes the message that was pressed', async () => {
    const { take } = openCounter(db, { components: [button(async () => update(HI))] })
    expect(await take(press(cast.member, 'u1:setup'))).toEqual([
      { how: 'first', body: { type: UPDATE, data: HI } },
    ])
  })

  it('of a slow command goes out before it runs', async () => {
    const order: string[] = []
    const run = async () => {
      order.push('ran')
      await new Promise((resolve) => setTimeout(resolve, 20))
      order.push('done')
      return show(HI)
    }
    const { take } = openCounter(db, { commands: [command(run, { slow: true })] })
    const said = await take(slash(cast.member, 'try'), (how) => void order.push(how))
    expect(said).toEqual([
      { how: 'first', body: { type: DEFERRED, data: { flags: EPHEMERAL } } },
      { how: 'edit', body: HI },
    ])
    expect(order.indexOf('first')).toBeLessThan(order.indexOf('done'))
  })

  it('of a slow button says that the message will change', async () => {
    const { take } = openCounter(db, { components: [button(async () => update(HI), { slow: true })] })
    const said = await take(press(cast.member, 'u1:setup'))
    expect(said).toEqual([
      { how: 'first', body: { type: DEFERRED_UPDATE } },
      { how: 'edit', body: HI },
    ])
  })

  it('of a quick one that takes too long goes out when patience ends, which is well before Discord’s', async () => {
    const asked: number[] = []
    const begun = Promise.withResolvers<void>()
    const reply = Promise.withResolvers<Reply>()
    const run = () => {
      begun.resolve()
      return reply.promise
    }
    const patience = (ms: number) => {
      asked.push(ms)
      return begun.promise
    }
    const { take } = openCounter(db, { commands: [command(run)] }, { patience })
    const taking = take(slash(cast.member, 'try'), (how) => how === 'first' && reply.resolve(show(HI)))
    expect(types(await taking)).toEqual([DEFERRED, undefined])
    expect(Math.max(...asked)).toBeLessThanOrEqual(2_000)
  })

  it('of a modal is the modal', async () => {
    const form = { custom_id: 'u1:x', title: 'Why?', components: [] }
    const asking = command(async () => ({ kind: 'modal', modal: form }), { ack: 'modal' })
    const { take } = openCounter(db, { commands: [asking] })
    expect(await take(slash(cast.member, 'try'))).toEqual([
      { how: 'first', body: { type: MODAL, data: form } },
    ])
  })

  it('that comes too late for a modal says to try again', async () => {
    const form = { custom_id: 'u1:x', title: 'Why?', components: [] }
    const run = async (): Promise<Reply> => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return { kind: 'modal', modal: form }
    }
    const { take } = openCounter(db, { commands: [command(run, { ack: 'modal' })] }, { patience: soon })
    const said = await take(slash(cast.member, 'try'))
    expect(types(said)).toEqual([DEFERRED, undefined])
    expect(wordsOf(said[1]?.body)).toMatch(/again/)
  })
})

describe('a refusal', () => {
  const no = async (): Promise<Reply> => ({ kind: 'refuse', refusal: { code: 'request-gone' } })

  it('of a pressed card is told to the presser alone, and the card stays', async () => {
    for (const slow of [false, true]) {
      const { take, lines } = openCounter(db, { components: [button(no, { slow })] })
      const said = await take(press(cast.member, 'u1:setup'))
      const last = said.at(-1)
      const body = (last?.how === 'first' ? last.body.data : last?.body) as { flags: number }
      expect(last?.how).toBe(slow ? 'followUp' : 'first')
      expect(body.flags & EPHEMERAL).toBe(EPHEMERAL)
      expect(wordsOf(said)).toContain('This request is over')
      expect(lines).toEqual([expect.objectContaining({ outcome: 'refused', detail: 'request-gone' })])
    }
  })
})

describe('trouble', () => {
  it('outside is one answer and one line without a stack', async () => {
    for (const slow of [false, true]) {
      const failing = command(() => Promise.reject(unreachable), { slow })
      const { take, lines } = openCounter(db, { commands: [failing] })
      const said = await take(slash(cast.member, 'try'))
      expect(said).toHaveLength(slow ? 2 : 1)
      expect(wordsOf(said)).not.toMatch(/Radarr|unreachable|undefined/)
      expect(lines).toEqual([
        expect.objectContaining({
          level: 'warn',
          outcome: 'fault',
          detail: 'Radarr: find a film: unreachable',
        }),
      ])
      expect(JSON.stringify(lines)).not.toMatch(/stack|\.ts:/)
    }
  })

  it.each([
    ['that is rejected', () => Promise.reject(new TypeError('undefined is not a function'))],
    [
      'that is thrown at once',
      () => {
        throw new TypeError('undefined is not a function')
      },
    ],
  ])('of our own %s is one answer with a number that is in its line', async (_, run) => {
    const { take, lines } = openCounter(db, { commands: [command(run)] })
    const given = slash(cast.member, 'try')
    const said = await take(given)
    expect(said).toHaveLength(1)
    const reference = String(given.id).slice(-6)
    expect(wordsOf(said)).toContain(reference)
    expect(wordsOf(said)).not.toContain('function')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      level: 'error',
      outcome: 'bug',
      id: given.id,
      who: cast.member.discordId,
    })
    expect(JSON.stringify(lines[0])).toContain('undefined is not a function')
  })

  it('with the answer itself ends quietly: nobody is left to tell', async () => {
    const gone = new Fault({ kind: 'not-found', service: 'Discord', operation: 'answer', code: 10062 })
    const refuse = () => {
      throw gone
    }
    for (const slow of [false, true]) {
      let runs = 0
      const run = async () => {
        runs += 1
        return show(HI)
      }
      const { take, lines } = openCounter(db, { commands: [command(run, { slow })] })
      expect(await take(slash(cast.member, 'try'), refuse)).toEqual([])
      await expect.poll(() => runs).toBe(1)
      expect(lines).toEqual([expect.objectContaining({ level: 'info', outcome: 'unanswered' })])
    }
  })

  it('with an edit after 15 minutes is the same', async () => {
    const gone = new Fault({
      kind: 'unauthorised',
      service: 'Discord',
      operation: 'edit an answer',
      code: 50027,
    })
    const late = (how: string) => {
      if (how === 'edit') throw gone
    }
    const { take, lines } = openCounter(db, { commands: [command(async () => show(HI), { slow: true })] })
    expect(await take(slash(cast.member, 'try'), late)).toHaveLength(1)
    expect(lines).toEqual([expect.objectContaining({ outcome: 'unanswered' })])
  })
})

it('the line of what went well names who, what and how long, and no token', async () => {
  const { take, lines, deps } = openCounter(db, { commands: [command(async () => show(HI))] })
  await take(slash(cast.member, 'try'))
  expect(lines).toEqual([
    expect.objectContaining({
      event: 'interaction',
      name: 'try',
      outcome: 'done',
      who: '303',
      guildId: '100',
      ms: expect.any(Number),
    }),
  ])
  expect(JSON.stringify(lines)).not.toContain('answer-token')
  expect(await deps.metrics.text()).toContain('{name="try",outcome="done"} 1')
})
