import { expect, it } from 'vitest'
import { ask, friendsForTest } from './client.ts'

const house = async () => {
  const friends = await friendsForTest()
  const { plex, olga, ana } = friends
  const server = plex.addServer({ owner: olga.account, name: 'Home' })
  const share = plex.share(server, ana.account)
  const [, resource] = (await ask(plex, '/api/v2/resources', { token: olga.token })).json
  return { ...friends, server, share, resource }
}

it('is reached by the first address that plex.tv tells, and not by the second', async () => {
  const { server, resource } = await house()
  const [first, second] = resource.connections as { uri: string }[]
  const { json } = await ask({ url: first?.uri ?? '' }, '/identity')
  expect(json.MediaContainer.machineIdentifier).toBe(server.machineIdentifier)
  await expect(ask({ url: second?.uri ?? '' }, '/identity')).rejects.toThrow()
})

it('shows what it holds to who may use it', async () => {
  const { plex, olga, server, share, resource } = await house()
  const media = await plex.mediaServer(server)
  plex.hold(server, 'Arrival')
  plex.hold(server, 'Dark', { 1: 10, 2: 3 })
  const guid = (title: string) => `plex://${plex.title(title).kind}/${plex.title(title).key}`
  const find = (title: string, token: string) =>
    ask(media, `/library/all?guid=${encodeURIComponent(guid(title))}`, { token })

  const film = await find('Arrival', resource.accessToken)
  expect(film.json.MediaContainer.Metadata).toMatchObject([
    { type: 'movie', title: 'Arrival', guid: guid('Arrival') },
  ])
  const show = (await find('Dark', share.accessToken)).json.MediaContainer.Metadata[0]
  expect(show).toMatchObject({ leafCount: 13, childCount: 2 })
  const seasons = await ask(media, show.key, { token: share.accessToken })
  expect(seasons.json.MediaContainer.Metadata).toMatchObject([
    { type: 'season', index: 1, leafCount: 10 },
    { type: 'season', index: 2, leafCount: 3 },
  ])
  expect((await find('Inception', olga.token)).json.MediaContainer).not.toHaveProperty('Metadata')
  plex.drop(server, 'Arrival')
  expect((await find('Arrival', olga.token)).json.MediaContainer.size).toBe(0)
})

it('turns away who may not use it', async () => {
  const { plex, olga, ana, ben, server, share } = await house()
  const media = await plex.mediaServer(server)
  const status = async (token: string) => (await ask(media, '/library/all', { token })).status
  expect([await status(olga.token), await status(share.accessToken)]).toEqual([200, 200])
  expect([await status(ana.token), await status(ben.token), await status('')]).toEqual([401, 401, 401])
  plex.unfriend(olga.account, ana.account)
  expect(await status(share.accessToken)).toBe(401)
})
