import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { FILM, linkPlex } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

const ref = `film-tmdb-${FILM.tmdbId}`

const walked = async ({ db, stage }: House, name: string): Promise<void> => {
  await stage.discord.until(async () => {
    const list = await db
      .selectFrom('watchLists')
      .innerJoin('plexAccounts', 'plexAccounts.plexId', 'watchLists.plexId')
      .select('firstPassAt')
      .where('username', '=', name)
      .executeTakeFirst()
    return (list?.firstPassAt ?? null) !== null
  }, 60_000)
}

describe.each(databases)('a watchlist in Discord, on %s', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
    const { plex, accounts } = house.stage
    plex.watchlist.add(accounts.anna, 'Alien')
    await setUp(house.stage, silent)
    await house.db.updateTable('home').set({ watch: '{"everySeconds":1}' }).execute()
  })
  afterEach(() => house.leave())

  const cards = () => {
    const { discord, desk } = house.stage
    return discord.channel(desk).messages().map(textOf)
  }
  const onPlex = () => {
    const { plex, accounts } = house.stage
    return plex.watchlist.list(accounts.anna).map(({ title }) => title)
  }

  it('is shown to its owner with the reason of everything, asked from, excluded from and changed', async () => {
    const { stage } = house
    const { discord, anna, carla, plex, accounts } = stage
    const person = discord.as(anna)
    const none = await (await person.slash('watchlist')).settled()
    expect(none.text()).toContain('No Plex account of yours is known')
    expect(none.text()).toContain('[Sign in to Plex]')
    await linkPlex(stage, silent)
    await walked(house, 'anna_films')

    const list = await (await person.slash('watchlist')).settled()
    expect(list.text()).toContain('Alien')
    expect(list.text()).toContain('It stood here before I first looked')
    expect(list.text()).not.toContain('Ask for all from before')
    const alien = await (await person.press(list, 'Open')).settled()
    await (await person.press(alien, 'Exclude')).settled()
    expect(alien.text()).toContain('never asked for from this watchlist')
    expect(alien.text()).not.toContain('[Request]')
    const excluded = await (await person.press(list, 'Exclusions')).settled()
    expect(excluded.text()).toContain('Alien')
    await (await person.press(excluded, 'Include again')).settled()
    expect(excluded.text()).toContain('Nothing is excluded')
    const again = await (await person.press(list, 'Open')).settled()
    await (await person.press(again, 'Request')).settled()
    await discord.until(() => cards().some((card) => card.includes('Alien')), 30_000)

    const typed = await person.type('watchlist', 'add', 'arrival')
    expect(typed.choices?.[0]?.value).toBe(ref)
    const added = await (await person.slash('watchlist', { add: ref })).settled()
    expect(added.text()).toContain('Arrival (2016)')
    expect(onPlex()).toContain('Arrival')
    await discord.until(() => cards().some((card) => card.includes('Arrival')), 30_000)
    const asked = await (await person.slash('watchlist', { show: 'asked' })).settled()
    expect(asked.text()).toContain('Waiting for an approver')
    const arrival = await (await person.press(asked, 'Open', { beside: 'Arrival' })).settled()
    const request = await (await person.press(arrival, 'Open request')).settled()
    expect(request.text()).toContain('[Why?]')

    await (await person.press(arrival, 'Remove')).settled()
    expect(arrival.text()).toContain('no longer on the Plex watchlist')
    expect(onPlex()).not.toContain('Arrival')
    await discord.until(() => cards().some((card) => card.includes('Arrival') && card.includes('Withdrawn')))
    await (await person.press(arrival, 'Put back')).settled()
    expect(onPlex()).toContain('Arrival')

    const other = discord.as(carla)
    const no = await (await other.slash('watchlist', { member: anna.id })).settled()
    expect(no.text()).toContain('somebody else’s')
    const { id } = await house.db.selectFrom('watchItems').select('id').executeTakeFirstOrThrow()
    const forged = await (await other.raw({ data: { custom_id: `u1:remove-item:${id}` } })).settled()
    expect(forged.text()).toContain('somebody else’s')

    plex.revokeAll(accounts.anna)
    const gone = await (await person.slash('watchlist', { add: ref })).settled()
    expect(gone.text()).toContain('I need your own Plex sign-in')
    expect(gone.text()).toContain('[Sign in to Plex]')
  })

  it('is an admin’s to look after, one by one and all at once', async () => {
    const { stage } = house
    const { discord, anna, dario, owner } = stage
    await linkPlex(stage, silent)
    await walked(house, 'anna_films')
    const olga = discord.as(owner)

    const list = await (await olga.slash('members', { find: 'ANNA' })).settled()
    expect(list.text()).toContain(`<@${anna.id}>`)
    expect(list.text()).not.toContain('olga')
    const page = await discord.until(async () => {
      const opened = await (await olga.press(list, 'Open')).settled()
      return opened.text().includes('A friend at Plex') ? opened : undefined
    }, 30_000)
    expect(page.text()).toContain('one from before')
    await (await olga.press(page, 'Stop syncing')).settled()
    expect(page.text()).toContain('Off')
    await (await olga.press(page, 'Allow syncing')).settled()
    await (await olga.press(page, 'Needs approval')).settled()
    expect(page.text()).toContain('[No approval needed beyond roles]')
    await (await olga.choose(page, 'Link to a member', [dario])).settled()
    expect(page.text()).toContain(`<@${dario.id}>`)
    await walked(house, 'anna_films')

    const theirs = await (await olga.press(page, 'Watchlist')).settled()
    expect(theirs.text()).toContain('Watchlist of')
    await (await olga.press(theirs, 'Ask for all from before (1)')).settled()
    expect(theirs.text()).toContain('Alien')
    await (await olga.press(theirs, 'Ask for one title')).settled()
    await discord.until(() => cards().some((card) => card.includes('Alien')), 30_000)

    await (await olga.press(list, 'Defaults')).settled()
    await (await olga.choose(list, 'What a show means', ['Latest'])).settled()
    expect(list.text()).toContain('its latest season')
    await (await olga.press(list, 'Leave newcomers’ lists alone')).settled()
    expect(list.text()).toContain('left alone until you allow them')
    const form = await olga.press(list, 'How often…')
    const wrong = await (await olga.fill(form, { 'Seconds between two looks': '5' })).settled()
    expect(wrong.text()).toContain('no number of seconds')

    const synced = await (await olga.slash('members', { show: 'synced' })).settled()
    await (await olga.press(synced, 'Change all (2)…')).settled()
    await (await olga.choose(synced, 'What to change', ['Stop syncing'])).settled()
    expect(synced.text()).toContain('Nothing more is asked for')
    await (await olga.press(synced, 'Stop syncing for 2 people')).settled()
    expect(synced.text()).toContain('Done for 2 people')
    const rows = await house.db.selectFrom('plexAccounts').select('syncs').execute()
    expect(rows.every(({ syncs }) => syncs === 0)).toBe(true)

    const status = await (await olga.slash('status')).settled()
    expect(status.text()).toContain('switched off')
    expect(status.text()).toContain('Radarr: working')
    const short = await (await discord.as(anna).slash('status')).settled()
    expect(short.text()).not.toContain('Radarr')
    await expect(discord.as(anna).slash('members')).rejects.toThrow('not offered')
  })
})
