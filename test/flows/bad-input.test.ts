import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { type House, openHouse } from '../support/house.ts'

/** What Discord waits for a first answer. */
const LIMIT_MS = 3_000

const audit = ({ db }: House) => db.selectFrom('audit').select(['id', 'actor']).orderBy('id').execute()

const rows = async (house: House) => ({
  requests: await house.db.selectFrom('requests').select(['id', 'state', 'version']).orderBy('id').execute(),
  // What members did; the program looks after its own meanwhile.
  audit: (await audit(house)).filter(({ actor }) => actor.startsWith('discord.')),
})

describe('before a server is home', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('sqlite')
  })
  afterAll(() => house.leave())

  it.each(['request', 'requests', 'link', 'unlink'])(
    '/%s answers with one sentence and does nothing',
    async (command) => {
      const { discord, anna } = house.stage
      const given = command === 'request' ? { title: 'Arrival' } : {}
      const answer = await (await discord.as(anna).slash(command, given)).settled()
      expect(answer.text()).toContain('Usherr is not set up yet')
      expect(await audit(house)).toEqual([])
    },
  )

  it('offers nothing while a title is typed', async () => {
    const { discord, anna } = house.stage
    expect((await discord.as(anna).type('request', 'title', 'arr')).choices).toEqual([])
  })

  it('lets nobody but the owner claim it without the code, and with the code from the log anybody who manages the server', async () => {
    const { discord, world } = house.stage
    const managers = world.addRole({
      name: 'managers',
      permissions: ['ManageGuild'],
    })
    const person = discord.as(world.addMember({ name: 'milo', roles: [managers] }))
    const answer = await (await person.slash('setup')).settled()
    expect(answer.text()).toContain('Usherr has no home yet')
    const wrong = await (
      await person.fill(await person.press(answer, 'Enter code'), { Code: '0000-0000' })
    ).settled()
    expect(wrong.text()).toContain('That is not the code')
    expect(await audit(house)).toEqual([])

    const line = house
      .program()
      .lines()
      .find((text) => text.includes('claimCode'))
    const { claimCode } = JSON.parse(line ?? '{}') as { claimCode: string }
    const invited = house.program().lines().join('\n')
    expect(invited).toContain(`https://discord.com/oauth2/authorize?client_id=${world.application.id}&`)
    const right = await (
      await person.fill(await person.press(answer, 'Enter code'), { Code: claimCode })
    ).settled()
    expect(right.text()).toContain('Set up Usherr')
    const again = await (await person.slash('setup')).settled()
    expect(again.text()).toContain('Set up Usherr')
  })
})

describe('people who may not, and things that are not what they seem', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('sqlite')
    await setUp(house.stage, silent)
    await askForFilm(house.stage, silent)
  })
  afterAll(() => house.leave())

  const approvalCard = () => {
    const { discord, desk } = house.stage
    const [card] = discord.channel(desk).messages()
    if (card === undefined) throw new Error('there is no approval card')
    return card
  }

  const idOf = (label: string): string => {
    const found = JSON.stringify(approvalCard()).match(/"custom_id":"(u1:[^"]+)"/g) ?? []
    const id = found.map((part) => part.slice(13, -1)).find((part) => part.startsWith(`u1:${label}:`))
    if (id === undefined) throw new Error(`there is no ${label}`)
    return id
  }

  it.each(['Approve', 'Deny'])('a member without the role who presses %s changes nothing', async (label) => {
    const { discord, anna } = house.stage
    const before = await rows(house)
    const answer = await (await discord.as(anna).press(approvalCard(), label)).settled()
    expect(answer.kind).toBe('message')
    expect(answer.text()).toContain('Only approvers can decide this')
    expect(await rows(house)).toEqual(before)
  })

  it('a member without rights gets no set-up panel', async () => {
    const { discord, bela, world } = house.stage
    const managers = world.addRole({ name: 'looks-important' })
    world.setRoles(bela, [managers])
    const answer = await (
      await discord.as(bela).raw({
        type: 2,
        data: { name: 'setup', type: 1, id: '1', custom_id: undefined, component_type: undefined },
      })
    ).settled()
    expect(answer.text()).toContain('Only admins can change this')
  })

  it('another server that the bot is in gets one sentence', async () => {
    const { discord, world } = house.stage
    const elsewhere = world.addGuild({ name: 'Elsewhere', withBot: true })
    const room = world.addChannel({ name: 'lobby', guild: elsewhere })
    const guest = world.addMember({ name: 'gus', guild: elsewhere })
    const before = await rows(house)
    for (const command of ['requests', 'link', 'unlink'] as const) {
      const answer = await (await discord.as(guest).slash(command, {}, { in: room })).settled()
      expect(answer.text()).toContain('Usherr serves another server')
    }
    expect(await rows(house)).toEqual(before)
  })

  it('an approver who presses a card’s button from another server changes nothing', async () => {
    const { discord, world, carla } = house.stage
    const elsewhere = world.addGuild({ name: 'Abroad', withBot: true })
    const room = world.addChannel({ name: 'lobby', guild: elsewhere })
    world.addMember({ user: carla, guild: elsewhere })
    const before = await rows(house)
    const answer = await (
      await discord.as(carla).raw({ data: { custom_id: idOf('approve') } }, { in: room })
    ).settled()
    expect(answer.text()).toContain('Usherr serves another server')
    expect(await rows(house)).toEqual(before)
  })

  it.each([
    '',
    'u1',
    'u1:approve',
    'u1:approve:',
    'u1:approve:1',
    'u1:approve:../../etc',
    'u0:approve:06gzss5waphbm3s4hwndnw6t8aw6w',
    'u1:approve:06GZSS5WAPHBM3S4HWNDNW6T8AW6W',
    'u1:approve:06gzss5waphbm3s4hwndnw6t8aw6w:more',
    'u1:nothing:06gzss5waphbm3s4hwndnw6t8aw6w',
    'u1:page:-1:',
    'u1:page:1e3:',
    'u1:__proto__:06gzss5waphbm3s4hwndnw6t8aw6w',
    'anything else',
  ])('a forged custom id (%j) has no effect and one answer', async (customId) => {
    const { discord, carla } = house.stage
    const before = await rows(house)
    const answer = await (await discord.as(carla).raw({ data: { custom_id: customId } })).settled()
    expect(answer.text()).toContain('does nothing any more')
    expect(await rows(house)).toEqual(before)
  })

  it('an id of the right shape for something that does not exist says that it is over', async () => {
    const { discord, carla } = house.stage
    const answer = await (
      await discord.as(carla).raw({ data: { custom_id: 'u1:approve:06gzss5waphbm3s4hwndnw6t8aw6w' } })
    ).settled()
    expect(answer.text()).toContain('This request is over')
  })

  it('a title that was never offered is unknown, and an unfindable text says what to try', async () => {
    const { discord, anna } = house.stage
    const unknown = await (
      await discord.as(anna).slash('request', { title: 'film-tmdb-999999999' })
    ).settled()
    expect(unknown.text()).toContain('I don’t know that title')
    const nothing = await (
      await discord.as(anna).slash('request', { title: 'qqqq @everyone **zzzz**' })
    ).settled()
    expect(nothing.text()).toContain('Nothing found for')
    expect(nothing.message?.mention_everyone).toBe(false)
  })

  it('leaves no stack trace and one line an interaction in the log', () => {
    const lines = house.program().lines()
    expect(lines.filter((line) => line.includes('"outcome":"bug"'))).toEqual([])
    expect(lines.filter((line) => /\bat .+\.ts:\d+/.test(line))).toEqual([])
  })
})

describe('services that do not answer', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('sqlite')
    await setUp(house.stage, silent)
  })
  afterAll(() => house.leave())

  it('every interaction is answered in time while TMDB hangs', async () => {
    const { discord, anna, tmdb } = house.stage
    const person = discord.as(anna)
    tmdb.hang()
    const typed = await person.type('request', 'title', 'arrival')
    expect(typed.kind).toBe('choices')
    expect(typed.tookMs).toBeLessThan(LIMIT_MS)
    const asked = await person.slash('request', { title: 'Arrival' })
    expect(asked.kind).toBe('deferred')
    expect((await asked.settled(15_000)).text()).toContain('doesn’t answer at the moment')
    const opened = await person.slash('request', { title: `film-tmdb-${FILM.tmdbId}` })
    expect((await opened.settled(15_000)).text()).toContain('doesn’t answer at the moment')
    tmdb.heal()
    const again = await (await person.slash('request', { title: `film-tmdb-${FILM.tmdbId}` })).settled()
    expect(again.text()).toContain(FILM.title)
  })

  it('a card is shown, and a request taken, while Radarr hangs', async () => {
    const { discord, anna, radarr, desk } = house.stage
    radarr.hang()
    const person = discord.as(anna)
    const card = await (await person.slash('request', { title: `film-tmdb-${FILM.tmdbId}` })).settled()
    const asked = await person.press(card, 'Request')
    expect(asked.tookMs).toBeLessThan(LIMIT_MS)
    await discord.until(() => discord.channel(desk).messages().length > 0, 20_000)
    radarr.heal()
  }, 40_000)
})

describe('Radarr in every state it can be found in', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('sqlite')
    await (await house.stage.discord.as(house.stage.owner).slash('setup')).settled()
  })
  afterAll(() => house.leave())

  const tryAdding = async (given: { Address?: string; 'API key'?: string } = {}) => {
    const { discord, owner, radarr } = house.stage
    const olga = discord.as(owner)
    const panel = await (await olga.slash('setup')).settled()
    const form = await olga.press(panel, 'Add Radarr')
    await olga.fill(form, { Name: 'Radarr', Address: radarr.url, 'API key': radarr.apiKey, ...given })
    await discord.until(
      () => panel.text().includes('The test failed') || panel.text().includes('answers'),
      15_000,
    )
    return panel.text()
  }

  it('refused', async () => {
    expect(await tryAdding({ Address: 'http://127.0.0.1:9' })).toContain('Nothing answers at that address')
  })
  it('a name that nobody knows', async () => {
    expect(await tryAdding({ Address: 'http://radarr.invalid:7878' })).toContain('That name can’t be found')
  })
  it('an address that is none', async () => {
    const { discord, owner } = house.stage
    const olga = discord.as(owner)
    const form = await olga.press(await (await olga.slash('setup')).settled(), 'Add Radarr')
    const answer = await olga.fill(form, { Name: 'Radarr', Address: 'http://', 'API key': 'x' })
    await discord.until(() =>
      [answer.text(), ...answer.followUps.map(textOf)].join().includes('doesn’t look like an address'),
    )
  })
  it('TLS where there is none', async () => {
    expect(await tryAdding({ Address: house.stage.radarr.url.replace('http:', 'https:') })).toContain(
      'The secure connection failed',
    )
  })
  it('a wrong key', async () => {
    expect(await tryAdding({ 'API key': 'not-the-key' })).toContain('That API key isn’t the one')
  })
  it('a web page', async () => {
    house.stage.radarr.html()
    expect(await tryAdding()).toContain('A web page answered')
    house.stage.radarr.heal()
  })
  it('another application', async () => {
    house.stage.radarr.asAnotherApplication('Sonarr')
    expect(await tryAdding()).toContain('That is Sonarr, not Radarr')
    house.stage.radarr.asAnotherApplication('Radarr')
  })
  it('too old', async () => {
    house.stage.radarr.becomeVersion('3.2.2.5080')
    expect(await tryAdding()).toContain('too old (3.2.2.5080)')
    house.stage.radarr.becomeVersion('6.0.3.10276')
  })
  it('without a root folder', async () => {
    const { state } = house.stage.radarr
    const folders = [...state.rootFolders]
    house.stage.radarr.withoutRootFolder()
    expect(await tryAdding()).toContain('has no root folder')
    state.rootFolders = folders
  })
  it('working, but unable to reach us', async () => {
    await house.program().stop()
    await house.restart({ PUBLIC_URL: 'http://127.0.0.1:9' })
    const text = await tryAdding()
    expect(text).toContain('answers.')
    expect(text).toContain('It can’t reach Usherr at')
  })
  it('shows the key to nobody and writes it nowhere', async () => {
    const { radarr } = house.stage
    expect(house.program().lines().join('\n')).not.toContain(radarr.apiKey)
    const stored = await house.db.selectFrom('instances').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(radarr.apiKey)
  })
})
