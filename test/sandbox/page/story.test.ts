import { afterEach, describe, expect, it } from 'vitest'
import { type Hands, handsOn } from './support/hands.ts'
import { DESKTOP, PATIENCE, PHONE, type Visit, visit } from './support/visit.ts'

const select = ({ last }: Hands, name: string) => last().getByRole('combobox', { name, exact: true })

/** Olga makes the server Usherr's home, by clicking. */
const setUp = async ({ page, house }: Visit, hands: Hands): Promise<void> => {
  const { say, last, choose, button } = hands
  const { radarr } = house.stage
  await say('/setup')
  await last().getByText('Admin channel: not chosen').waitFor()
  await choose(select(hands, 'Admin channel'), /usherr-desk/)
  await last()
    .getByText(/Admin channel: .*usherr-desk/)
    .waitFor()
  await choose(select(hands, 'Request channel'), /requests/)
  await choose(select(hands, 'Approver role'), /approvers/)
  await last()
    .getByText(/Approver role: .*approvers/)
    .waitFor()

  await button('Sign in to Plex', last()).click()
  const [plex] = await Promise.all([
    page.waitForEvent('popup'),
    last().getByRole('link', { name: 'Sign in to Plex' }).click(),
  ])
  await plex.getByRole('button', { name: /^olga/ }).click()
  await plex.getByText('Thank you, olga').waitFor()
  await plex.close()
  await last().getByText('Signed in as olga').waitFor()

  await say('/setup')
  await button('Add Radarr', last()).click()
  const form = page.getByRole('dialog', { name: 'Add Radarr' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Radarr')
  await form.getByRole('textbox', { name: 'Address' }).fill(radarr.url)
  await form.getByRole('textbox', { name: 'API key' }).fill(radarr.apiKey)
  await button('Submit', form).click()
  await form.waitFor({ state: 'detached' })
  await choose(select(hands, 'Quality profile'), 'HD-1080p')
  await choose(select(hands, 'Minimum availability'), 'Released')
  await button('Save', last()).click()
  await house.stage.discord.until(() => radarr.state.connections.length > 0, 10_000)
  await expect
    .poll(
      async () => {
        await say('/setup')
        return last().getByText('Radarr: working').isVisible()
      },
      { timeout: 10_000, interval: 500 },
    )
    .toBe(true)
}

/** Anna proves who she is at Plex, then asks for a film. */
const ask = async ({ page }: Visit, { be, say, last, composer, button }: Hands): Promise<void> => {
  await be('anna')
  await say('/link')
  const [plex] = await Promise.all([
    page.waitForEvent('popup'),
    last().getByRole('link', { name: 'Sign in to Plex' }).click(),
  ])
  await plex.getByRole('button', { name: /^anna_films/ }).click()
  await plex.close()
  await last().getByText('Linked to anna_films').waitFor()

  await composer().fill('/request ')
  await page.getByRole('combobox', { name: 'title', exact: true }).pressSequentially('arriv', { delay: 30 })
  await page.getByRole('option', { name: 'Arrival (2016)' }).click()
  await button('Send').click()
  await last().getByRole('img', { name: 'Poster of Arrival (2016)' }).waitFor()
  await button('Request', last()).click()
  await last().getByText('Asked. You’ll hear when there’s news.').waitFor()
}

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
] as const)('the story, clicked through on %s', (_, viewport) => {
  let open: Visit
  afterEach(() => open.leave())

  it('goes from an empty server to the message that the film is ready', { timeout: PATIENCE }, async () => {
    open = await visit({ viewport })
    const { page, house } = open
    const hands = handsOn(page)
    const { be, go, last, button, openWorld, closeWorld, openRooms } = hands
    await setUp(open, hands)
    await ask(open, hands)

    await be('bela')
    await go('usherr-desk')
    await button('Approve', last()).click()
    await last()
      .getByText(/Approved by .*bela/)
      .waitFor()
    await house.stage.discord.until(() => house.stage.radarr.state.movies.length === 1, 10_000)

    await be('anna')
    await go('requests')
    const world = await openWorld()
    await button('Find a release: Arrival (2016)', world).click()
    await world.getByRole('slider', { name: 'Progress of Arrival (2016)' }).waitFor()
    await button('Finish download: Arrival (2016)', world).click()
    await world.getByText('Radarr · There').waitFor()
    await closeWorld()
    await last().getByText('It’s in Plex.').waitFor()

    await openRooms()
    await button('Direct messages with Usherr, 1 new').click()
    await last().getByRole('heading', { name: 'Arrival (2016) is ready!' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(house.stage.discord.breaches).toEqual([])
    expect(open.trouble).toEqual([])
  })
})
