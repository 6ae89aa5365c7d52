import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { probeArr } from '../../../src/clients/arr/probe.ts'
import type { ArrKind, Connection } from '../../../src/clients/arr/types.ts'
import { testHttp } from '../support/http.ts'
import { withRadarr } from '../support/radarr.ts'
import { json, serve, serveRaw, serveTls } from '../support/serve.ts'
import { withSonarr } from '../support/sonarr.ts'

const hook = (url: string): Connection => ({
  name: 'Usherr',
  url: `${url}/webhooks/radarr/1`,
  username: 'usherr',
  password: 'sesame-sesame',
  flags: ['onGrab'],
})

const accepting = () => serve((_request, response) => void response.writeHead(202).end())

type With = Awaited<ReturnType<typeof withRadarr>>

const probe = async ({ settings, http }: Pick<With, 'settings' | 'http'>, kind: ArrKind = 'radarr') =>
  probeArr(kind, settings, http, hook(await accepting()))

const probeAt = async (url: string, http = testHttp()) =>
  probe({ settings: { url, apiKey: 'c0ffee', name: 'Radarr' }, http })

describe('the live test of a Radarr', () => {
  it('tells what it offers, and that it reaches us', async () => {
    expect(await probe(await withRadarr())).toEqual({
      ok: true,
      version: '6.0.3.10276',
      profiles: expect.any(Array),
      folders: [{ path: '/data/movies', accessible: true, freeBytes: expect.any(Number) }],
      tags: [{ id: 1, label: 'films' }],
      webhook: 'reached',
    })
  })

  it('warns when it does not reach us, and is good all the same', async () => {
    const { settings, http } = await withRadarr()
    const refusing = await serve((_request, response) => void response.writeHead(404).end())
    const server = createServer()
    const dead = await serveRaw(server)
    await new Promise((resolve) => server.close(resolve))
    for (const url of [refusing, dead]) {
      const found = await probeArr('radarr', settings, http, hook(url))
      expect(found).toMatchObject({ ok: true, webhook: { failed: expect.stringMatching(/./) } })
    }
  })

  it('tells a wrong key', async () => {
    const { settings, http } = await withRadarr()
    expect(await probe({ settings: { ...settings, apiKey: 'wrong' }, http })).toMatchObject({
      ok: false,
      why: 'unauthorised',
    })
  })

  it.each([
    ['4.5.1.7282', true],
    ['5.0.0.0', true],
    ['10.0', true],
    ['4.5.0.9999', false],
    ['4.4.9', false],
    ['3.2.2.5080', false],
    ['0.2', false],
    ['4', false],
  ])('weighs version %s', async (version, good) => {
    const found = await probe(await withRadarr({ version }))
    expect(found).toMatchObject(good ? { ok: true, version } : { ok: false, why: 'too-old', detail: version })
  })

  it('tells another application', async () => {
    const radarr = await withRadarr()
    const sonarr = await withSonarr()
    const other = { ok: false, why: 'another-application' }
    expect(await probe(sonarr)).toEqual({ ...other, detail: 'Sonarr' })
    expect(await probe(radarr, 'sonarr')).toEqual({ ...other, detail: 'Radarr' })
    radarr.stand.asAnotherApplication('Whisparr')
    expect(await probe(radarr)).toEqual({ ...other, detail: 'Whisparr' })
  })

  it('tells an application of the family that has another API', async () => {
    const url = await serve((request, response) => {
      const known = request.url?.startsWith('/api/v1/system/status')
      json(known ? { appName: 'Prowlarr', version: '2.3.6' } : { message: 'NotFound' }, known ? 200 : 404)(
        request,
        response,
      )
    })
    expect(await probeAt(url)).toEqual({ ok: false, why: 'another-application', detail: 'Prowlarr' })
  })

  it('tells a missing root folder or profile', async () => {
    const set = await withRadarr()
    set.stand.withoutRootFolder()
    expect(await probe(set)).toEqual({ ok: false, why: 'no-root-folder' })
    set.stand.state.profiles = []
    expect(await probe(set)).toEqual({ ok: false, why: 'no-profile' })
  })

  it('tells an address where nobody listens', async () => {
    const set = await withRadarr()
    await set.stand.down()
    expect(await probe(set)).toEqual({ ok: false, why: 'refused', detail: 'ECONNREFUSED' })
  })

  it('tells a name that nobody knows', async () => {
    const http = testHttp({
      resolve: (_name, _options, callback) =>
        callback(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), []),
    })
    expect(await probeAt('http://radarr.home.arpa', http)).toMatchObject({ ok: false, why: 'name-not-found' })
  })

  it('tells a certificate that nobody vouches for', async () => {
    expect(await probeAt(await serveTls(json({})))).toEqual({
      ok: false,
      why: 'tls',
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
  })

  it.each([
    ['a web page', (set: With) => set.stand.html()],
    ['text', (set: With) => set.stand.answer('system/status', 200, 'hello')],
    ['another JSON', (set: With) => set.stand.answer('system/status', 200, { name: 'router' })],
    ['nothing of that name', (set: With) => set.stand.answer('/api/', 404, '<h1>Not found</h1>')],
  ])('tells %s', async (_what, prepare) => {
    const set = await withRadarr()
    prepare(set)
    expect(await probe(set)).toMatchObject({ ok: false, why: 'not-json' })
  })

  it('tells where a redirect points, such as to the URL base', async () => {
    expect(await probeAt(await serve(json({}, 302, { location: 'https://sign-in.example/?rd=x' })))).toEqual({
      ok: false,
      why: 'redirect',
      detail: 'https://sign-in.example',
    })
    const set = await withRadarr({ urlBase: '/radarr' })
    const { origin } = new URL(set.settings.url)
    const found = await probe({ ...set, settings: { ...set.settings, url: origin } })
    expect(found).toMatchObject({ ok: false, why: expect.stringMatching(/^(redirect|not-json)$/) })
  })

  it('goes to no forbidden address', async () => {
    expect(await probeAt('http://169.254.169.254/latest')).toMatchObject({
      ok: false,
      why: 'forbidden-address',
    })
    expect(await probeAt('nas:7878')).toMatchObject({ ok: false, why: 'address-invalid' })
  })

  it('tells any other trouble with what was said', async () => {
    const set = await withRadarr()
    set.stand.answer('qualityprofile', 500, { message: 'database disk image is malformed' })
    expect(await probe(set)).toEqual({
      ok: false,
      why: 'trouble',
      detail: 'database disk image is malformed',
    })
    set.stand.heal()
    set.stand.answer('rootfolder', 503, '')
    expect(await probe(set)).toEqual({ ok: false, why: 'trouble', detail: '503' })
  })

  it('ends when it is given up', async () => {
    const { stand, settings, http } = await withRadarr()
    stand.hang()
    const signal = AbortSignal.timeout(100)
    expect(await probeArr('radarr', settings, http, hook('http://127.0.0.1:1'), { signal })).toMatchObject({
      ok: false,
      why: 'timeout',
    })
  })
})

describe('the live test of a Sonarr', () => {
  it('tells what it offers, and that it reaches us', async () => {
    expect(await probe(await withSonarr(), 'sonarr')).toEqual({
      ok: true,
      version: '4.0.19.2979',
      profiles: expect.any(Array),
      folders: [{ path: '/data/tv', accessible: true, freeBytes: expect.any(Number) }],
      tags: [{ id: 1, label: 'shows' }],
      webhook: 'reached',
    })
  })

  it.each([
    ['4.0.12.2823', true],
    ['4.0.12', true],
    ['4.1.0.1', true],
    ['5.0.0.0', true],
    ['4.0.11.2680', false],
    ['4.0.6.1847', false],
    ['3.0.10.1567', false],
    ['4', false],
  ])('weighs version %s', async (version, good) => {
    const found = await probe(await withSonarr({ version }), 'sonarr')
    expect(found).toMatchObject(good ? { ok: true, version } : { ok: false, why: 'too-old', detail: version })
  })

  it('tells a wrong key, and a missing root folder or profile', async () => {
    const set = await withSonarr()
    const settings = { ...set.settings, apiKey: 'wrong' }
    expect(await probe({ ...set, settings }, 'sonarr')).toMatchObject({ ok: false, why: 'unauthorised' })
    set.stand.withoutRootFolder()
    expect(await probe(set, 'sonarr')).toEqual({ ok: false, why: 'no-root-folder' })
    set.stand.state.profiles = []
    expect(await probe(set, 'sonarr')).toEqual({ ok: false, why: 'no-profile' })
  })
})
