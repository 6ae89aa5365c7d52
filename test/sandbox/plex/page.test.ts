import { expect, it } from 'vitest'
import { ask, newPin, plexForTest } from './client.ts'

it('lets people sign in on a page of its own', async () => {
  const { plex } = await plexForTest()
  const ana = plex.addAccount({ name: 'Ana' })
  plex.addHomeUser(ana, 'Kid')
  const page = await fetch(`${plex.appUrl}/auth`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])

  const { id, code } = await newPin(plex)
  const address = `${plex.appUrl}/auth#?clientID=usherr-test&code=${code}&context[device][product]=Usherr`
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${plex.appUrl}/sandbox/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return { status: response.status, json: JSON.parse(await response.text()) }
  }
  expect((await post('people', { address })).json).toEqual({
    product: 'Usherr',
    people: [{ id: ana.id, title: 'Ana', email: 'ana@example.com' }],
  })
  expect((await post('sign-in', { address, account: ana.id })).status).toBe(200)
  expect((await ask(plex, `/api/v2/pins/${id}`)).json.authToken).toMatch(/^[\w-]{20}$/)
  const again = await post('sign-in', { address, account: ana.id })
  expect([again.status, again.json.error]).toEqual([409, 'This sign-in is over.'])

  const other = await newPin(plex)
  await post('deny', { address: other.code })
  expect((await post('sign-in', { address: other.code, account: ana.id })).status).toBe(409)
})
