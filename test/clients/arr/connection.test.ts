import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createRadarr } from '../../../src/clients/arr/radarr.ts'
import type { Connection } from '../../../src/clients/arr/types.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { withRadarr } from '../support/radarr.ts'
import { json, serve, serveRaw } from '../support/serve.ts'

const FLAGS = [
  'onGrab',
  'onDownload',
  'onUpgrade',
  'onMovieDelete',
  'onHealthIssue',
  'onManualInteractionRequired',
]
const PASSWORD = 'sesame-sesame-sesame'

const hook = (url: string): Connection => ({
  name: 'Usherr',
  url: `${url}/webhooks/radarr/1`,
  username: 'usherr',
  password: PASSWORD,
  flags: FLAGS,
})

/** Our side: takes events that know the password. */
const receiver = async () => {
  const events: string[] = []
  const url = await serve((request, response) => {
    const expected = `Basic ${Buffer.from(`usherr:${PASSWORD}`).toString('base64')}`
    if (request.headers.authorization !== expected) return json({}, 401)(request, response)
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      events.push(`${request.method} ${request.url} ${JSON.parse(body).eventType}`)
      response.writeHead(202).end()
    })
    return undefined
  })
  return { url, events }
}

/** An address where nobody listens any more. */
const deadAddress = async () => {
  const server = createServer()
  const url = await serveRaw(server)
  await new Promise((resolve) => server.close(resolve))
  return url
}

describe('our webhook in Radarr', () => {
  it('is saved, called, read back and corrected', async () => {
    const { radarr } = await withRadarr()
    const { url, events } = await receiver()
    expect(await radarr.listConnections()).toEqual([])
    const id = await radarr.saveConnection(hook(url))
    expect(events).toEqual(['POST /webhooks/radarr/1 Test'])
    const [found, ...others] = await radarr.listConnections()
    expect(others).toEqual([])
    expect(found).toEqual({ ...hook(url), id, password: '********', flags: expect.any(Array) })
    expect([...(found?.flags ?? [])].sort()).toEqual([...FLAGS].sort())

    const corrected = { ...hook(url), url: `${url}/webhooks/radarr/2`, flags: ['onGrab', 'onDownload'] }
    expect(await radarr.saveConnection(corrected, id)).toBe(id)
    expect(events).toEqual(['POST /webhooks/radarr/1 Test', 'POST /webhooks/radarr/2 Test'])
    expect(await radarr.listConnections()).toMatchObject([
      { id, url: corrected.url, flags: ['onGrab', 'onDownload'] },
    ])
  })

  it('is taken out, once or twice', async () => {
    const { radarr } = await withRadarr()
    const { url } = await receiver()
    const id = await radarr.saveConnection(hook(url))
    await radarr.removeConnection(id)
    expect(await radarr.listConnections()).toEqual([])
    await radarr.removeConnection(id)
  })

  it('is tested before and after it is saved', async () => {
    const { radarr } = await withRadarr()
    const { url, events } = await receiver()
    await radarr.testConnection(hook(url))
    expect(await radarr.listConnections()).toEqual([])
    const id = await radarr.saveConnection(hook(url))
    await radarr.testConnection(id)
    expect(events).toHaveLength(3)
  })

  it('is not saved when our side refuses it', async () => {
    const { radarr } = await withRadarr()
    const { url } = await receiver()
    const wrong = { ...hook(url), password: 'wrong-wrong-wrong' }
    for (const call of [radarr.saveConnection(wrong), radarr.testConnection(wrong)]) {
      const fault = await faultOf(call)
      expect(fault).toMatchObject({ kind: 'rejected', code: 'webhook-test-failed', status: 400 })
      expect(fault.said).toContain('401')
      expect(JSON.stringify(fault)).not.toContain('wrong-wrong')
    }
    expect(await radarr.listConnections()).toEqual([])
  })

  it('may be saved later when our side does not answer', async () => {
    const { radarr } = await withRadarr()
    const fault = await faultOf(radarr.saveConnection(hook(await deadAddress())))
    expect(fault).toMatchObject({ kind: 'server', code: 'webhook-test-failed', status: 500 })
    expect(fault.said).toBeTruthy()
  })

  it('is told apart from other trouble', async () => {
    const { stand, radarr } = await withRadarr()
    const { url } = await receiver()
    const invalid = await faultOf(radarr.saveConnection({ ...hook(url), url: 'usherr:3003' }))
    expect(invalid.code).toBeUndefined()
    expect(invalid.said).toContain('Invalid Url')
    await radarr.saveConnection(hook(url))
    const twice = await faultOf(radarr.saveConnection(hook(url)))
    expect(twice).toMatchObject({ kind: 'rejected', said: 'Should be unique' })
    expect(twice.code).toBeUndefined()
    stand.answer('/notification', 500, { message: 'database is locked' })
    expect((await faultOf(radarr.saveConnection(hook(url)))).code).toBeUndefined()
  })

  it('is found among notifications of other kinds', async () => {
    const others = [
      { id: 1, name: 'Phone', implementation: 'Pushover', fields: [{ name: 'url', value: 5 }] },
      { id: 2, name: null, implementation: 'Webhook', fields: null, onGrab: true, supportsOnGrab: true },
    ]
    const url = await serve(json(others))
    const radarr = createRadarr({ url, apiKey: 'key', name: 'Radarr' }, testHttp())
    expect(await radarr.listConnections()).toEqual([
      { id: 2, name: '', url: '', username: '', password: '', flags: ['onGrab'] },
    ])
  })
})
