import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createMediaServer } from '../../../src/clients/plex/media-server.ts'
import { hasShared, readShared } from '../../sandbox/support/shared.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'
import { badWeather, SECRET } from './support/weather.ts'

const FILM = { kind: 'film', plexKey: '617d3ab142705b2183b1b20b' } as const
const SHOW = { kind: 'show', plexKey: '5df46a38237002001dce338d' } as const

const at = (...addresses: string[]) =>
  createMediaServer({ addresses, token: SECRET, machineId: 'm1', name: 'Attic' }, testHttp())

const items = (Metadata?: unknown) => ({ MediaContainer: { size: '1', Metadata } })

/** A server called m1 that answers what its paths are given; what was asked of it is kept. */
const server = (answers: Record<string, unknown>, machineIdentifier = 'm1') => {
  const asked: string[] = []
  const handler: RequestListener = (request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://plex')
    asked.push(`${pathname}${decodeURIComponent(search)} ${request.headers['x-plex-token']}`)
    const body = pathname === '/identity' ? { MediaContainer: { machineIdentifier } } : answers[pathname]
    json(body ?? {}, body === undefined ? 404 : 200)(request, response)
  }
  return { asked, handler }
}

const holdings = async (answers: Record<string, unknown>) => at(await serve(server(answers).handler))

describe('what a server holds', () => {
  it('is asked for by Plex’s own guid, the token in a header', async () => {
    const { asked, handler } = server({ '/library/all': items([{ ratingKey: '7', type: 'movie' }]) })
    const attic = at(await serve(handler))
    expect(await attic.holding(FILM)).toEqual({})
    await attic.holding(FILM)
    const question = `/library/all?guid=plex://movie/${FILM.plexKey} ${SECRET}`
    expect(asked).toEqual(['/identity undefined', question, question])
  })

  it('is nothing', async () => {
    for (const Metadata of [
      undefined,
      [],
      [{ ratingKey: '7', type: 'show' }],
      [{ ratingKey: '7', type: 'movie', deletedAt: 1_682_628_386 }],
    ])
      expect(await (await holdings({ '/library/all': items(Metadata) })).holding(FILM)).toBeUndefined()
  })

  it('is the episodes of each season, in whichever library has more', async () => {
    const attic = await holdings({
      '/library/all': items([
        { ratingKey: '7', type: 'show' },
        { ratingKey: 8, type: 'show' },
      ]),
      '/library/metadata/7/children': items([
        { type: 'season', index: 0, leafCount: 2 },
        { type: 'season', index: 1, leafCount: 3 },
        { type: 'season', index: 2, leafCount: 0 },
        { title: 'All episodes', leafCount: 9 },
      ]),
      '/library/metadata/8/children': items([
        { index: 1, leafCount: 9 },
        { type: 'season', index: 3 },
        { type: 'special', index: 4, leafCount: 1 },
      ]),
    })
    expect(await attic.holding(SHOW)).toEqual({
      seasons: new Map([
        [0, 2],
        [1, 9],
      ]),
    })
  })

  it.runIf(hasShared)('is read as it was recorded', async () => {
    const attic = await holdings({
      '/library/all': readShared('specs/plex/recorded/tv_library.json'),
      '/library/metadata/22/children': readShared('specs/plex/recorded/tv_seasons.json'),
      '/library/metadata/68/children': items(),
    })
    expect(await attic.holding(SHOW)).toEqual({
      seasons: new Map([
        [1, 9],
        [2, 9],
      ]),
    })
  })

  it('is of no other shape', async () => {
    for (const body of [
      {},
      items({}),
      items([{ type: 'movie' }]),
      items([{ ratingKey: '../7', type: 'movie' }]),
    ])
      expect(await faultOf((await holdings({ '/library/all': body })).holding(FILM))).toMatchObject({
        kind: 'bad-shape',
        service: 'Attic',
      })
  })
})

describe('the address of a server', () => {
  const film = { '/library/all': items([{ ratingKey: '7', type: 'movie' }]) }

  it('is the first that answers, and no other server is told the token', async () => {
    const [other, right, later] = [server(film, 'm2'), server(film), server(film)]
    const attic = at(
      'http://127.0.0.1:9',
      await serve(other.handler),
      await serve(json({}, 503)),
      await serve(right.handler),
      await serve(later.handler),
    )
    expect(await attic.holding(FILM)).toEqual({})
    expect(other.asked).toEqual(['/identity undefined'])
    expect(right.asked).toHaveLength(2)
    expect(later.asked).toEqual(['/identity undefined'])
  })

  it('is not waited for longer than two seconds', async () => {
    const attic = at(await serve(() => {}), await serve(() => {}), await serve(server(film).handler))
    const before = performance.now()
    expect(await attic.holding(FILM)).toEqual({})
    expect(performance.now() - before).toBeLessThan(4_000)
  })

  it('is looked for again when the server is gone from it', async () => {
    const [first, second] = [server(film), server(film)]
    let gone = false
    const leaving = await serve((request, response) => {
      if (gone) response.destroy()
      else first.handler(request, response)
    })
    const attic = at(leaving, await serve(second.handler))
    await attic.holding(FILM)
    gone = true
    expect(await attic.holding(FILM)).toEqual({})
    expect(second.asked.at(-1)).toContain('/library/all')
  })

  it('is kept when the server merely refuses', async () => {
    const [first, second] = [server({}), server(film)]
    const attic = at(await serve(first.handler), await serve(second.handler))
    for (const _ of [1, 2]) expect(await faultOf(attic.holding(FILM))).toMatchObject({ kind: 'not-found' })
    expect(second.asked).toEqual(['/identity undefined'])
  })

  it('is none', async () => {
    expect(await faultOf(at().holding(FILM))).toMatchObject({ kind: 'unreachable', code: 'no-address' })
    const other = await serve(server(film, 'm2').handler)
    expect(await faultOf(at(other).holding(FILM))).toMatchObject({
      kind: 'not-found',
      code: 'another-server',
    })
    expect(await faultOf(at('http://127.0.0.1:9').holding(FILM))).toMatchObject({ kind: 'unreachable' })
  })

  badWeather((url, options) => at(url).holding(FILM, options))
})

describe('a server that is found', () => {
  /** Says who it is, and has the rest from elsewhere. */
  const behind = async (url: string) => {
    const { handler } = server({})
    return serve(async (request, response) => {
      if (request.url === '/identity') return handler(request, response)
      const answer = await fetch(`${url}${request.url}`).catch(() => undefined)
      if (answer === undefined) return response.destroy()
      const body = await answer.text().catch(() => undefined)
      if (body === undefined) return response.destroy()
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body)
    })
  }

  badWeather(async (url, options) => at(await behind(url)).holding(FILM, options))
})
