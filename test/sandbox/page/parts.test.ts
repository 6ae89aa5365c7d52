import { afterEach, beforeEach, expect, it } from 'vitest'
import { handsOn } from './support/hands.ts'
import { PATIENCE, type Visit, visit } from './support/visit.ts'

let open: Visit
beforeEach(async () => {
  open = await visit()
})
afterEach(() => open.leave())

const V2 = 1 << 15
const EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script>'

/** Writes a message into #general as the bot would, past the program. */
const write = async ({ house }: Visit, body: object): Promise<void> => {
  const { discord, world } = house.stage
  const answer = await fetch(`${discord.url}/v10/channels/${world.general.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

it('text and embeds are drawn, and what looks like HTML in them is text', { timeout: PATIENCE }, async () => {
  const { last } = handsOn(open.page)
  await write(open, {
    content: `Hello **world** ${EVIL} ||secret|| <@${open.house.stage.anna.id}>`,
    embeds: [
      {
        title: EVIL,
        description: `- one\n- two\n> quoted ${EVIL}`,
        color: 0x5865f2,
        fields: [
          { name: 'First', value: EVIL, inline: true },
          { name: 'Second', value: '`code`', inline: true },
        ],
        footer: { text: EVIL },
      },
    ],
  })
  await last().getByText('Hello').waitFor()
  await last().getByText('world', { exact: true }).waitFor()
  expect(await last().getByText('<script>alert(2)</script>').count()).toBeGreaterThanOrEqual(4)
  expect(await last().locator('script, img[src="x"]').count()).toBe(0)
  await last().getByText('First', { exact: true }).waitFor()
  expect(await last().getByRole('listitem').count()).toBe(2)
  const spoiler = last().getByRole('button', { name: 'Spoiler' })
  await spoiler.press('Enter')
  expect(await spoiler.getAttribute('activated')).not.toBeNull()
  expect(open.trouble).toEqual([])
})

it('every part of Components V2 is drawn', { timeout: PATIENCE }, async () => {
  const { page, house } = open
  const { button } = handsOn(page)
  const card = () => page.locator('sandbox-message').first()
  const poster = `${house.stage.tmdb.imageUrl}/w342/missing.jpg`
  const shown = { type: 11, media: { url: poster }, description: 'A poster that is not there' }
  await write(open, {
    flags: V2,
    components: [
      { type: 10, content: '## Outside' },
      {
        type: 17,
        accent_color: 0xf0b232,
        components: [
          { type: 9, components: [{ type: 10, content: 'Beside a picture' }], accessory: shown },
          { type: 14, divider: true, spacing: 2 },
          {
            type: 9,
            components: [{ type: 10, content: 'Beside a button' }],
            accessory: { type: 2, style: 2, label: 'Alone', custom_id: 'alone', disabled: true },
          },
          { type: 12, items: [{ media: { url: poster }, description: 'One of a gallery' }] },
          {
            type: 1,
            components: [
              { type: 2, style: 3, label: 'Yes', custom_id: 'yes', emoji: { name: '✅' } },
              { type: 2, style: 4, label: 'No', custom_id: 'no' },
              { type: 2, style: 5, label: 'Away', url: 'https://example.com/' },
            ],
          },
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 'several',
                placeholder: 'Several',
                max_values: 2,
                options: [
                  { label: 'One', value: '1', description: 'The first', default: true },
                  { label: 'Two', value: '2' },
                ],
              },
            ],
          },
        ],
      },
      { type: 17, spoiler: true, components: [{ type: 10, content: 'Hidden at first' }] },
    ],
  })
  await card().getByRole('heading', { name: 'Outside' }).waitFor()
  await card().getByText('A poster that is not there').waitFor()
  await card().getByText('One of a gallery').waitFor()
  expect(await button('Alone', card()).isDisabled()).toBe(true)
  expect(await card().getByRole('link', { name: 'Away' }).getAttribute('href')).toBe('https://example.com/')
  const several = card().getByRole('combobox', { name: 'Several' })
  await several.click()
  await page.getByRole('option', { name: 'Two' }).click()
  expect(await page.getByRole('option', { selected: true }).count()).toBe(2)
  await several.press('Escape')
  await button('SPOILER', card()).click()
  await card().getByText('Hidden at first').click()
  expect(open.trouble.filter((line) => !line.includes('404'))).toEqual([])
})

it('a press that nobody answers is said to have failed, and one that is answered is answered', {
  timeout: PATIENCE,
}, async () => {
  const { page, house } = open
  const { last, button } = handsOn(page)
  const row = { type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'unknown' }] }
  await write(open, { content: 'Old', components: [row] })
  const first = page.locator('sandbox-message').first()
  house.stage.discord.rest.failNext('/callback', 'hang')
  await button('Press', first).click()
  await first.getByText('This interaction failed').waitFor()
  await button('Press', first).click()
  await last().getByText('This button is from an older time').waitFor()
  await first.getByText('This interaction failed').waitFor({ state: 'detached' })
})

it('an ephemeral message can be put away', { timeout: PATIENCE }, async () => {
  const { page } = open
  const { say, last, button } = handsOn(page)
  await say('/setup')
  await last().getByText('Only you can see this', { exact: true }).waitFor()
  await button('Dismiss message', last()).click()
  await page.locator('sandbox-message').waitFor({ state: 'detached' })
})
