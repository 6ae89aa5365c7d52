import { describe, expect, it } from 'vitest'
import { denyModal } from '../../src/views/approvals/deny-modal.ts'
import { denyReasons } from '../../src/views/approvals/deny-reasons.ts'
import { statusCard } from '../../src/views/cards/status-card.ts'
import { oneLine } from '../../src/views/kit/foreign.ts'
import { fingerprint, type MessageBody } from '../../src/views/kit/message.ts'
import { mentions } from '../../src/views/kit/people.ts'
import { SIGNS } from '../../src/views/kit/signs.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { aTitle, aView, ID, people } from './support/build.ts'

const say = sayIn('en')

describe('a fingerprint', () => {
  const body = statusCard(aView(), say)

  it('is the same for equal messages, however their fields are ordered', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, turned(one)]),
      )
    }
    expect(fingerprint(turned(body) as MessageBody)).toBe(fingerprint(body))
    expect(fingerprint(statusCard(aView(), say))).toBe(fingerprint(body))
  })

  it('differs when anything that is seen does', () => {
    expect(fingerprint(statusCard(aView({ state: 'added' }), say))).not.toBe(fingerprint(body))
    expect(fingerprint(statusCard(aView({}, { askers: people(2) }), say))).not.toBe(fingerprint(body))
  })
})

describe('people', () => {
  it.each([
    [0, ''],
    [1, '<@100000000000000001>'],
    [2, '<@100000000000000001> and <@100000000000000002>'],
    [3, '<@100000000000000001>, <@100000000000000002> and <@100000000000000003>'],
    [4, '<@100000000000000001>, <@100000000000000002>, <@100000000000000003> and one other'],
    [9, '<@100000000000000001>, <@100000000000000002>, <@100000000000000003> and 6 others'],
  ])('%i of them are listed', (count, words) => {
    expect(mentions(people(count), say).markup).toBe(words)
  })
})

describe('words of others', () => {
  it.each([
    ['  one\n two ', 'one two'],
    ['', '–'],
    ['\u200b\u200d ', '–'],
    ['\u202eevil', 'evil'],
    ['x'.repeat(30), `${'x'.repeat(19)}…`],
  ])('%j become the line %j', (words, line) => {
    expect(oneLine(words, 20)).toBe(line)
  })
})

it('no two signs are the same', () => {
  expect(new Set(Object.values(SIGNS)).size).toBe(Object.keys(SIGNS).length)
})

describe('the form of a no', () => {
  it('offers saved reasons and room for words, both optional', () => {
    const modal = denyModal({ requestId: ID, title: aTitle(), reasons: ['No room.', 'Not ours.'] }, say)
    expect(modal.title).toBe('Deny Arrival (2016)')
    const json = JSON.stringify(modal)
    expect([...json.matchAll(/"type":18[^[]*?"label":"([^"]+)"|"label":"(Reason|Message)"/g)]).toHaveLength(2)
    expect(json.match(/"required":false/g)).toHaveLength(2)
  })

  it('keeps the year of a title that is too long', () => {
    const { title } = denyModal(
      { requestId: ID, title: aTitle({ name: 'x'.repeat(300) }), reasons: ['No room.', 'Not ours.'] },
      say,
    )
    expect(title).toHaveLength(45)
    expect(title).toMatch(/^Deny x+… \(2016\)$/)
  })

  it('offers the admins’ own reasons, and until they write some, those that come with Usherr', () => {
    expect(denyReasons({ denyReasons: ['Ours.'] }, say)).toEqual(['Ours.'])
    expect(denyReasons({}, say)).toContain('There’s no room for it right now.')
  })
})
