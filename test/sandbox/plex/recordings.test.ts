import { describe, expect, it } from 'vitest'
import { shapeGaps } from '../support/shape.ts'
import { hasShared, readShared } from '../support/shared.ts'
import { ask, newPin, plexForTest, tokenOf } from './client.ts'

const recorded = (name: string) => readShared(`specs/plex/recorded/${name}.json`)

describe.skipIf(!hasShared)('answers as plex.tv was recorded', () => {
  it('to sign-ins', async () => {
    const { plex } = await plexForTest()
    const { id, code } = await newPin(plex)
    const read = async () => (await ask(plex, `/api/v2/pins/${id}`)).json
    expect(shapeGaps(recorded('pins_new'), await read())).toEqual([])
    plex.signIn(code, plex.addAccount({ name: 'Ana' }))
    expect(shapeGaps(recorded('pins_linked'), await read())).toEqual([])
  })

  it('to who asks about accounts, servers, friends and webhooks', async () => {
    const { plex } = await plexForTest()
    const owner = plex.addAccount({ name: 'Olga', plexPass: true })
    owner.webhooks.push('https://a.example/1')
    const token = await tokenOf(plex, owner)
    const server = plex.addServer({ owner, name: 'Home' })
    plex.share(server, plex.addHomeUser(owner, 'Kid'))
    plex.share(server, plex.addAccount({ name: 'Ana' }))
    const read = async (path: string) => (await ask(plex, path, { token })).json

    const gaps = shapeGaps(recorded('user_info_plexpass'), await read('/api/v2/user'))
    // The hash of a Home PIN, in recordings of accounts that have one.
    expect(gaps).toEqual(['$.pin is missing'])
    const resources = await read('/api/v2/resources?includeHttps=1&includeRelay=1')
    expect(shapeGaps(recorded('resources'), resources.slice(1))).toEqual([])
    const [managed, full] = await read('/api/v2/friends')
    const [recordedManaged, recordedFull] = recorded('friends_accepted_mixed') as unknown[]
    expect(shapeGaps(recordedManaged, managed)).toEqual([])
    expect(shapeGaps(recordedFull, full)).toEqual([])
    expect(shapeGaps(recorded('webhooks_two'), await read('/api/v2/user/webhooks'))).toEqual([])
  })
})

const KEYS = {
  pin: 'authToken clientIdentifier code createdAt expiresAt expiresIn id location newRegistration product qr trusted',
  connection: 'IPv6 address local port protocol relay uri',
  resource:
    'accessToken clientIdentifier connections createdAt device dnsRebindingProtection home httpsRequired lastSeenAt ' +
    'name natLoopbackSupported owned ownerId platform platformVersion presence product productVersion provides ' +
    'publicAddress publicAddressMatches relay sourceTitle synced',
  friend:
    'email friendlyName home id restricted sharedServers sharedSources sharingSettings status thumb title username uuid',
}

it('carries the keys that programs read', async () => {
  const { plex } = await plexForTest()
  const owner = plex.addAccount({ name: 'Olga' })
  plex.share(plex.addServer({ owner, name: 'Home' }), plex.addAccount({ name: 'Ana' }))
  const token = await tokenOf(plex, owner)
  const keys = (value: object) => Object.keys(value).toSorted().join(' ')
  const read = async (path: string) => (await ask(plex, path, { token })).json
  const [, resource] = await read('/api/v2/resources?includeHttps=1')
  expect({
    pin: keys((await ask(plex, '/api/v2/pins', { method: 'POST' })).json),
    connection: keys(resource.connections[0]),
    resource: keys(resource),
    friend: keys((await read('/api/v2/friends'))[0]),
  }).toEqual(KEYS)
})
