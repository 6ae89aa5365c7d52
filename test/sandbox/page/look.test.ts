import { afterEach, expect, it } from 'vitest'
import { linkPlex } from '../../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../../sandbox/story/narrator.ts'
import { setUp } from '../../../sandbox/story/set-up.ts'
import { catalogue } from '../../../sandbox/tmdb/catalogue/catalogue.ts'
import { handsOn } from './support/hands.ts'
import { PATIENCE, PHONE, type Visit, visit } from './support/visit.ts'

let open: Visit
afterEach(() => open.leave())

const background = ({ page }: Visit) => page.evaluate('getComputedStyle(document.body).backgroundColor')

it('the theme is the system’s until another is chosen, which a reload keeps', {
  timeout: PATIENCE,
}, async () => {
  open = await visit({ theme: 'light' })
  const { page } = open
  const { button } = handsOn(page)
  await button('Dark theme').waitFor()
  const light = await background(open)
  await button('Dark theme').click()
  const dark = await background(open)
  expect(dark).not.toBe(light)
  await page.reload()
  await button('Light theme').waitFor()
  expect(await background(open)).toBe(dark)
})

const HOSTILE = '<img src=x onerror="alert(1)"> **bold** @everyone [free](https://example.com/)'

it('a title that tries to be something else stands there as text', { timeout: PATIENCE }, async () => {
  const [first, ...films] = catalogue.films
  if (!first) throw new Error('there is no film')
  open = await visit({
    viewport: PHONE,
    catalogue: { ...catalogue, films: [{ ...first, title: HOSTILE, originalTitle: HOSTILE }, ...films] },
  })
  const { page, house } = open
  const { be, composer, last, button } = handsOn(page)
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog opened: ${dialog.message()}`)
  })
  await setUp(house.stage, silent)
  await linkPlex(house.stage, silent)
  await be('anna')
  await composer().fill('/request ')
  await page.getByRole('combobox', { name: 'title', exact: true }).pressSequentially('onerror')
  const option = page.getByRole('option').first()
  await expect.poll(() => option.textContent()).toContain('<img src=x')
  await option.click()
  await button('Send').click()
  const heading = last().locator('discord-header')
  // Usherr itself parts what could call people or lead somewhere, by a space that cannot be seen.
  await expect.poll(async () => (await heading.textContent())?.replaceAll('\u200B', '')).toContain(HOSTILE)
  expect(await heading.locator('img, strong, a, discord-mention').count()).toBe(0)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(open.trouble).toEqual([])
})

it('one message can be drawn alone, in a theme and a width', { timeout: PATIENCE }, async () => {
  open = await visit()
  const { page, house, address } = open
  const { say, last } = handsOn(page)
  await say('/setup')
  await last().getByText('Set up Usherr').waitFor()
  const { owner, general } = house.stage.world
  const [message] = house.stage.discord.as(owner).sees(general)
  const query = new URLSearchParams({ as: owner.id, room: general.id, theme: 'light', width: '420' })
  await page.goto(`${address}/message/${message?.id}?${query}`)
  const alone = page.locator('sandbox-single[ready]')
  await alone.getByText('Set up Usherr').waitFor()
  expect((await alone.boundingBox())?.width).toBe(420)
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light')
  expect(await page.locator('sandbox-composer').count()).toBe(0)
})
