import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type PageHouse } from '../../../sandbox/page/house.ts'
import type { Screen } from '../../../sandbox/page/protocol.ts'
import { servePage } from '../../../sandbox/page/server/serve.ts'

let house: PageHouse
let port: number
let close: () => Promise<void>

beforeAll(async () => {
  house = await openHouse()
  const server = await servePage(house, {})
  port = server.port
  close = server.down
})
afterAll(async () => {
  await close()
  await house.leave()
})

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
  new Promise<{ status: number; body: string; type: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
        // The screen is a stream that goes on.
        if (text.endsWith('\n\n')) answer.destroy()
      })
      answer.on('close', () =>
        resolve({ status: answer.statusCode ?? 0, body: text, type: answer.headers['content-type'] ?? '' }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })

const screen = async (as: string, room: string): Promise<Screen> => {
  const { body } = await ask(`/api/screen?as=${as}&room=${room}`)
  return JSON.parse(body.slice('data: '.length))
}

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}`, ...headers },
    body: JSON.stringify(body),
  })

describe('each person sees what the stand-in shows them', () => {
  it('an ephemeral message is on one screen only, and only there can its buttons be pressed', async () => {
    const { owner, anna, general } = { ...house.stage, ...house.stage.world }
    await post('/api/deed', { as: owner.id, room: general.id, do: 'slash', name: 'setup', given: {} })
    const [shown] = (await screen(owner.id, general.id)).messages
    expect(shown?.onlyMe).toBe(true)
    expect((await screen(anna.id, general.id)).messages).toEqual([])
    const pressed = await post('/api/deed', {
      as: anna.id,
      room: general.id,
      do: 'press',
      message: shown?.body.id,
      button: 'Add Radarr',
    })
    expect(pressed).toMatchObject({ status: 409, body: expect.stringContaining('no longer there') })
  })

  it('a channel that somebody does not see is neither listed nor named, nor can it be looked into', async () => {
    const { world, approvers, anna, bela } = house.stage
    const secret = world.addChannel({ name: 'secret', onlyFor: [approvers, world.bot] })
    expect((await screen(bela.id, secret.id)).room).toBe(secret.id)
    const seen = await screen(anna.id, secret.id)
    expect(seen.room).toBe('dm')
    expect(JSON.stringify(seen)).not.toContain('secret')
    const typed = await post('/api/deed', {
      as: anna.id,
      room: secret.id,
      do: 'slash',
      name: 'link',
      given: {},
    })
    expect(typed.status).toBe(409)
  })

  it('a command that is only for admins is offered to nobody else', async () => {
    const { owner, anna, general } = { ...house.stage, ...house.stage.world }
    const offered = async (who: string) => (await screen(who, general.id)).commands.map(({ name }) => name)
    expect(await offered(owner.id)).toContain('setup')
    expect(await offered(anna.id)).not.toContain('setup')
  })

  it('a form is not found by guessing', async () => {
    const { owner, general } = house.stage.world
    const { status } = await post('/api/deed', {
      as: owner.id,
      room: general.id,
      do: 'fill',
      form: '1',
      entries: {},
    })
    expect(status).toBe(409)
  })
})

describe('the page is out of reach for others', () => {
  it('another name that points here is refused', async () => {
    expect((await ask('/', { headers: { host: 'rebound.example' } })).status).toBe(403)
    expect((await ask('/', { headers: { host: `localhost:${port}` } })).status).toBe(200)
  })

  it.each([
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
    [{ 'content-type': 'text/plain' }],
  ])('a post with %j is refused', async (headers) => {
    const { status } = await post('/api/turn', { do: 'redis', there: true }, headers)
    expect(status).toBe(403)
  })

  it('only pictures of the stand-ins are fetched', async () => {
    const media = (url: string) => ask(`/media?url=${encodeURIComponent(url)}`)
    const { radarr, tmdb } = house.stage
    for (const url of [radarr.url, `${tmdb.url}/configuration`, 'file:///etc/passwd', 'http://[', '']) {
      expect((await media(url)).status).toBe(404)
    }
  })

  it.each([
    ['/api/turn', { do: 'explode' }],
    ['/api/deed', { as: '1', room: 'dm', do: 'slash', name: 'setup', given: {} }],
    ['/api/deed', []],
  ])('%s %j is answered, and nothing happens', async (path, body) => {
    expect((await post(path, body)).status).toBe(409)
  })
})
