import { afterEach, beforeEach, expect, it } from 'vitest'
import { handsOn } from './support/hands.ts'
import { PATIENCE, type Visit, visit } from './support/visit.ts'

let open: Visit
beforeEach(async () => {
  open = await visit()
})
afterEach(() => open.leave())

/** How far the newest message is from being seen whole, in pixels. */
const belowTheEnd = ({ page }: Visit): Promise<number> =>
  page
    .locator('sandbox-log')
    .evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight))

it('whoever comes in, or sends something, sees the newest message', { timeout: PATIENCE }, async () => {
  const { page, house } = open
  const { discord, owner, anna } = house.stage
  const { be, say, last } = handsOn(page)
  for (let times = 0; times < 4; times += 1) {
    await (await discord.as(owner).slash('setup')).settled()
    await (await discord.as(anna).slash('request', { title: 'dune' })).settled()
    await (await discord.as(anna).slash('requests')).settled()
  }
  await expect.poll(() => page.locator('sandbox-message').count()).toBe(4)
  await be('anna')
  await expect.poll(() => page.locator('sandbox-message').count()).toBe(8)
  await expect.poll(() => belowTheEnd(open)).toBeLessThan(5)

  await page.locator('sandbox-log').hover()
  await page.mouse.wheel(0, -900)
  await expect.poll(() => belowTheEnd(open)).toBeGreaterThan(500)
  await say('/link')
  await last().getByText('/link').waitFor()
  await expect.poll(() => belowTheEnd(open)).toBeLessThan(5)
})

it('a bot that types is shown as typing, for ten seconds or until it has written', {
  timeout: PATIENCE,
}, async () => {
  const { page, house } = open
  const { discord, world } = house.stage
  const ask = (path: string, body: object) =>
    fetch(`${discord.url}/v10/channels/${world.general.id}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const typing = page.getByText('Usherr is typing…')

  expect((await ask('typing', {})).status).toBe(204)
  await typing.waitFor()
  await ask('messages', { content: 'Here it is.' })
  await typing.waitFor({ state: 'detached' })

  await ask('typing', {})
  await typing.waitFor()
  discord.pass(10_000)
  await typing.waitFor({ state: 'detached' })
})
