import { expect, it } from 'vitest'
import { ask, newPin, plexForTest, tokenOf } from './client.ts'

it('answers in XML to who does not ask for JSON', async () => {
  const { plex } = await plexForTest()
  const ana = plex.addAccount({ name: 'Ana', plexPass: true })
  plex.addServer({ owner: ana, name: 'Home' })
  const { id } = await newPin(plex)
  const accept = '*/*'
  const pin = await ask(plex, `/api/v2/pins/${id}`, { accept })
  expect(pin.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  expect(pin.text).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<pin id="\d+" [^>]*trusted="0"[^>]* authToken=""/,
  )
  expect(pin.text).toContain('<location code="NL"')
  const token = await tokenOf(plex, ana)
  const user = await ask(plex, '/api/v2/user', { accept, token })
  expect(user.text).toContain('<features><feature id="webhooks"/>')
  const resources = await ask(plex, '/api/v2/resources', { accept, token })
  expect(resources.text).toMatch(
    /<resources><resource [^>]*><connections\/><\/resource><resource name="Home"/,
  )
  const refused = await ask(plex, '/api/v2/user', { accept })
  expect(refused.text).toContain(
    '<errors><error code="1001" message="User could not be authenticated" status="401"/></errors>',
  )
})
