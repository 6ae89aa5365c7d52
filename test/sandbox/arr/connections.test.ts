import { describe, expect, it, vi } from 'vitest'
import { startHooked } from './radarr-support.ts'
import { connectionTo } from './support.ts'
import { BUNNY, SINTEL } from './titles.ts'

const { tmdbId } = BUNNY

describe('how webhooks travel', () => {
  it('posts JSON under the name of the application, with the password before it is asked for', async () => {
    const { receiver } = await startHooked()
    const { method, headers, text } = receiver.last()
    expect(method).toBe('POST')
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'Radarr/6.0.3.10276 (alpine 3.22)',
      authorization: `Basic ${Buffer.from('usherr:hush').toString('base64')}`,
    })
    expect(text).toContain('\n  "movie": {')
  })

  it('puts when it is told to, and sends headers from 5.16.0 on', async () => {
    const fields = (url: string) => [
      { name: 'url', value: url },
      { name: 'method', value: 2 },
      { name: 'headers', value: [{ key: 'X-Usherr-Secret', value: 'hush' }] },
    ]
    for (const [version, expected] of [
      ['5.16.0.9500', 'hush'],
      ['5.15.1.9463', undefined],
    ] as const) {
      const { ask, receiver } = await startHooked({ version })
      const body = connectionTo(receiver.url, ['onGrab'], { name: 'Two', fields: fields(receiver.url) })
      expect((await ask('POST', 'notification', body)).status).toBe(201)
      const { method, headers } = receiver.last()
      expect([method, headers['x-usherr-secret'], headers.authorization]).toEqual([
        'PUT',
        expected,
        undefined,
      ])
    }
  })

  it.each([
    [302, 'GET', ''],
    [307, 'POST', 'Grab'],
  ])('follows a redirection: after %i with %s', async (status, method, event) => {
    const { radarr, receiver } = await startHooked()
    radarr.have(tmdbId)
    receiver.answers((count) => (count === 2 ? { status, location: '/elsewhere' } : 200))
    await radarr.grab(tmdbId)
    const last = receiver.last()
    expect([last.path, last.method, last.body.eventType ?? '']).toEqual(['/elsewhere', method, event])
    expect(radarr.hooks.at(-1)?.outcome).toBe('delivered')
  })

  it('does not finish an import before the receiver has answered', async () => {
    const { radarr, ask, receiver } = await startHooked()
    radarr.have(tmdbId)
    await radarr.grab(tmdbId)
    let release: (status: number) => void = () => undefined
    receiver.answers(() => new Promise<number>((resolve) => (release = resolve)))
    const importing = radarr.import(tmdbId)
    await vi.waitFor(() => expect(receiver.last().body.eventType).toBe('Download'))
    expect((await ask('GET', 'queue')).json).toMatchObject({
      records: [{ trackedDownloadState: 'importing' }],
    })
    release(202)
    await importing
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 0 })
  })

  it('gives up after 100 seconds', async () => {
    const { radarr, receiver } = await startHooked()
    radarr.have(tmdbId)
    receiver.answers(() => new Promise(() => undefined))
    const grabbing = radarr.grab(tmdbId)
    await vi.waitFor(() => expect(receiver.last().body.eventType).toBe('Grab'))
    await radarr.advance(100_000)
    await grabbing
    expect(radarr.hooks.at(-1)).toMatchObject({ outcome: 'failed', error: 'Http request timed out' })
  })

  it('minds tags, and the occasions that go together', async () => {
    const { radarr, receiver } = await startHooked({}, ['onGrab', 'onDownload'], { tags: [1] })
    radarr.have(SINTEL.tmdbId)
    radarr.have(tmdbId, { tags: [1] })
    await radarr.grab(SINTEL.tmdbId)
    await radarr.grab(tmdbId)
    await radarr.import(tmdbId)
    await radarr.upgrade(tmdbId)
    expect(receiver.events()).toEqual(['Test', 'Grab', 'Download', 'Grab'])
  })

  it('sends everything again on demand, out of order too', async () => {
    const { radarr, receiver } = await startHooked()
    radarr.have(tmdbId)
    await radarr.grab(tmdbId)
    await radarr.import(tmdbId)
    await radarr.replayHooks(2, true)
    expect(receiver.events().slice(3).sort()).toEqual(['Download', 'Download', 'Grab', 'Grab'])
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(3)
  })

  it('loses an add without options, and counts it as a failure', async () => {
    const { radarr, ask, receiver } = await startHooked()
    const body = { tmdbId, title: 'x', qualityProfileId: 4, rootFolderPath: '/data/movies' }
    expect((await ask('POST', 'movie', body)).status).toBe(201)
    expect(receiver.events()).toEqual(['Test'])
    expect(radarr.connections[0]?.standing.level).toBe(1)
  })
})

describe('saving a connection', () => {
  it('tries it first and refuses with a list when the receiver refuses', async () => {
    const { ask, receiver } = await startHooked()
    receiver.answers(() => 401)
    const said = await ask('POST', 'notification', connectionTo(receiver.url, ['onGrab'], { name: 'Two' }))
    expect(said.status).toBe(400)
    expect(said.json).toEqual([
      {
        isWarning: false,
        propertyName: 'Url',
        errorMessage: `Unable to send test message: Unable to post to webhook: HTTP request failed: [401:Unauthorized] [POST] at [${receiver.url}]`,
        severity: 'error',
      },
    ])
    expect((await ask('GET', 'notification')).json).toHaveLength(1)
  })

  it('saves what is switched off without a try', async () => {
    const { ask, receiver } = await startHooked()
    receiver.answers(() => 500)
    expect((await ask('POST', 'notification', connectionTo(receiver.url, [], { name: 'Off' }))).status).toBe(
      201,
    )
    expect(receiver.received).toHaveLength(1)
  })

  it('breaks when nobody answers', async () => {
    const { ask, receiver } = await startHooked()
    await receiver.close()
    const said = await ask(
      'POST',
      'notification/test',
      connectionTo(receiver.url, ['onGrab'], { name: 'Two' }),
    )
    expect(said.status).toBe(500)
    expect(said.json).toMatchObject({ message: expect.stringContaining('Connection refused') })
  })

  it('keeps the password to itself, and keeps it when the stars come back', async () => {
    const { ask, receiver } = await startHooked()
    const saved = (await ask('GET', 'notification/1')).json as { fields: { name: string; value: unknown }[] }
    expect(saved.fields.find(({ name }) => name === 'password')?.value).toBe('********')
    expect(saved.fields.find(({ name }) => name === 'username')?.value).toBe('usherr')
    const changed = { ...saved, onGrab: false }
    expect((await ask('PUT', 'notification/1', changed)).status).toBe(202)
    expect(receiver.last().headers.authorization).toBe(
      `Basic ${Buffer.from('usherr:hush').toString('base64')}`,
    )
    expect(receiver.received).toHaveLength(2)
  })

  it('does not try again what did not change', async () => {
    const { ask, receiver } = await startHooked()
    const saved = (await ask('GET', 'notification/1')).json
    expect((await ask('PUT', 'notification/1', saved)).status).toBe(202)
    expect(receiver.received).toHaveLength(1)
  })

  it('refuses a second connection of the same name, and an address that is none', async () => {
    const { ask, receiver } = await startHooked()
    const twice = await ask('POST', 'notification', connectionTo(receiver.url, ['onGrab']))
    expect(twice.json).toMatchObject([{ propertyName: 'Name', errorMessage: 'Should be unique' }])
    const nowhere = await ask('POST', 'notification', connectionTo('nowhere', ['onGrab'], { name: 'Two' }))
    expect(nowhere.json).toMatchObject([{ propertyName: 'Url', errorMessage: "Invalid Url: 'nowhere'" }])
  })
})
