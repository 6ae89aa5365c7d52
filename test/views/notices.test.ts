import { describe, expect, it } from 'vitest'
import { deniedNotice } from '../../src/views/notices/denied-notice.ts'
import { mentionNotice } from '../../src/views/notices/mention-notice.ts'
import { narrowedNotice } from '../../src/views/notices/narrowed-notice.ts'
import { readyNotice } from '../../src/views/notices/ready-notice.ts'
import { refusedNotice } from '../../src/views/notices/refused-notice.ts'
import { unfoundNotice } from '../../src/views/notices/unfound-notice.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { ANNA, aView, NOW } from './support/build.ts'
import { breachesOfMessage, read } from './support/judge.ts'

const say = sayIn('en')
const firstLine = (text: string) => text.split('\n')[0]

describe('what arrives by itself', () => {
  const wish = (seasons: number[], future = false) => ({ seasons, episodes: [], future })
  const wasThere = [{ rule: 'existence', found: 'here' }]

  it.each([
    ['ready', readyNotice(aView({ state: 'available' }), say), '### 🍿 Arrival (2016) is ready!'],
    [
      'there all along',
      readyNotice(aView({ trace: wasThere }), say),
      '### 🍿 Arrival (2016) is already here!',
    ],
    ['denied', deniedNotice(aView({ state: 'denied' }), say), '### 🚫 Arrival (2016) was denied.'],
    [
      'refused',
      refusedNotice(aView({ state: 'refused' }), say),
      '### 🚫 Arrival (2016) can’t be fetched here yet.',
    ],
    [
      'not found',
      unfoundNotice({ view: aView({ state: 'added' }), alone: true }, say),
      '### ⏳ Arrival (2016): nothing found yet.',
    ],
  ])('tells the news in its first line, for lock screens: %s', (_, body, line) => {
    expect(firstLine(read(body))).toBe(line)
    expect(body.allowed_mentions).toEqual({ parse: [] })
  })

  it('says which part of a request was left out', () => {
    const trace = [{ rule: 'changed-wish', found: '', by: '1', asked: wish([1, 2, 3], true) }]
    const body = narrowedNotice(aView({ kind: 'show', wish: wish([1]), trace }), say)
    expect(firstLine(read(body))).toBe('### ✅ Arrival (2016): approved in part.')
    expect(read(body)).toContain('Season 1\nNot this time: Seasons 2, 3 and later seasons.')
  })

  it('offers choices to the one who is asked, and none where others read', () => {
    const view = aView({ state: 'added', lookingSince: NOW - 172_800_000 })
    const asked = (more: Partial<Parameters<typeof unfoundNotice>[0]>) =>
      read(unfoundNotice({ view, alone: true, ...more }, say))
    expect(asked({})).toContain(`since <t:${(NOW - 172_800_000) / 1_000}:D>`)
    expect(asked({})).toContain('[Keep waiting]\n[Search again]\n[Withdraw]')
    expect(asked({ until: NOW })).toContain(`I ask again on <t:${NOW / 1_000}:D>.`)
    expect(asked({ until: NOW })).not.toContain('[Keep waiting]')
    expect(asked({ alone: false })).toContain('`/requests`')
    expect(asked({ alone: false })).not.toContain('[')
  })

  it('gives the reason of a no, when there is one', () => {
    const told = (reason?: string) =>
      read(deniedNotice(aView({ state: 'denied', ...(reason === undefined ? {} : { reason }) }), say))
    expect(told('No room.')).toContain('The reason: No room.')
    expect(told()).not.toContain('The reason')
  })
})

describe('the same in the request channel, for somebody with closed direct messages', () => {
  const body = mentionNotice(readyNotice(aView(), say), ANNA, say)

  it('pings that person and nobody else', () => {
    expect(body.allowed_mentions).toEqual({ parse: [], users: [ANNA] })
    expect(breachesOfMessage(body)).toEqual([])
  })

  it('begins with the news and ends with how to get it in private', () => {
    expect(firstLine(read(body))).toBe('### 🍿 Arrival (2016) is ready!')
    expect(read(body)).toContain(`<@${ANNA}>, this one is for you.\n-# I can’t send you direct messages.`)
  })
})
