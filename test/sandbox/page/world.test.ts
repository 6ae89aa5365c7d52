import { afterEach, expect, it } from 'vitest'
import { approveFilm, askForFilm } from '../../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../../sandbox/story/narrator.ts'
import { handsOn } from './support/hands.ts'
import { PATIENCE, type Visit, visit } from './support/visit.ts'

let open: Visit
afterEach(() => open.leave())

it('the first steps are played on demand, once', { timeout: PATIENCE }, async () => {
  open = await visit()
  const { page, house } = open
  const { button, last, openWorld } = handsOn(page)
  const world = await openWorld()
  await button('Play the first steps', world).click()
  await button(/^Play/, world).waitFor({ state: 'detached', timeout: PATIENCE })
  await last().getByText('Radarr: working').waitFor()
  expect(house.stage.radarr.state.connections).toHaveLength(1)
})

it('what is broken is seen, and what is mended goes on', { timeout: PATIENCE }, async () => {
  open = await visit()
  const { page, house } = open
  const { stage } = house
  const { button, last, openWorld, be, go } = handsOn(page)
  const world = await openWorld()
  const toggle = (name: string) => world.getByRole('switch', { name, exact: true })
  await button('Play the first steps', world).click()
  await button(/^Play/, world).waitFor({ state: 'detached', timeout: PATIENCE })

  await toggle('Redis').click()
  await expect.poll(() => toggle('Redis').getAttribute('aria-checked')).toBe('false')
  const asked = askForFilm(stage, silent)
  await be('anna')
  await last().getByText('Asked. You’ll hear').waitFor()
  await toggle('Redis').click()
  await asked

  await toggle('Radarr').click()
  await expect(fetch(stage.radarr.url)).rejects.toThrow()
  await be('bela')
  await go('usherr-desk')
  await button('Approve', last()).click()
  await last()
    .getByText(/Approved by/)
    .waitFor()
  expect(stage.radarr.state.movies).toHaveLength(0)
  await toggle('Radarr').click()

  await toggle('anna').click()
  await expect.poll(() => stage.world.accounts.get(stage.anna.id)?.dms).toBe('closed')
})

it('an hour passes: the program restarts in the new time, and what was waiting is there', {
  timeout: PATIENCE,
}, async () => {
  open = await visit()
  const { page, house } = open
  const { stage } = house
  const { button, openWorld, be, go, last } = handsOn(page)
  const world = await openWorld()
  await button('Play the first steps', world).click()
  await button(/^Play/, world).waitFor({ state: 'detached', timeout: PATIENCE })
  await askForFilm(stage, silent)
  await approveFilm(stage, silent)
  await button('Jump an hour', world).click()
  await world.getByText('It is 1 hour later.').waitFor()
  await expect.poll(() => house.program(), { timeout: PATIENCE }).toBe('runs')
  await be('anna')
  await go('requests')
  await last().getByText('Arrival (2016)').waitFor()
  const [card] = stage.discord.channel(stage.requests).messages()
  expect(stage.world.clock.now() - Date.parse(card?.timestamp ?? '')).toBeGreaterThan(3_600_000)
  await button('Me too', last()).or(last().getByText('Looking for a copy')).first().waitFor()
  expect(open.trouble).toEqual([])
})

it('titles are put on a watchlist and taken off', { timeout: PATIENCE }, async () => {
  open = await visit()
  const { page, house } = open
  const { button, openWorld } = handsOn(page)
  const { plex, accounts } = house.stage
  const world = await openWorld()
  const names = () => plex.watchlist.list(accounts.anna).map(({ title }) => title)
  const field = world.getByLabel('A title for the watchlist of anna_films')
  await field.fill('Arrival (2016)')
  await button('Add to the watchlist of anna_films', world).click()
  await expect.poll(names).toEqual(['Arrival'])
  await field.fill('Severance')
  await field.press('Enter')
  await expect.poll(names).toEqual(['Severance', 'Arrival'])
  await button('Remove Arrival (2016) from the watchlist of anna_films', world).click()
  await expect.poll(names).toEqual(['Severance'])
  expect(open.trouble).toEqual([])
  await field.fill('Nothing at all')
  await field.press('Enter')
  await page.getByText('Plex knows no title “Nothing at all”.').waitFor()
})
