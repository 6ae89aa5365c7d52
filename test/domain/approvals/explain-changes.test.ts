import { describe, expect, it } from 'vitest'
import { type Changes, explainChanges } from '../../../src/domain/approvals/explain-changes.ts'
import { requestIn } from '../support/requests.ts'

const SHOWS = {
  name: 'Sonarr',
  profileId: 4,
  folder: '/shows',
  choices: {
    profiles: [
      { id: 4, name: 'HD' },
      { id: 6, name: 'UHD' },
    ],
  },
}
const asked = { seasons: [1, 2], episodes: [{ season: 4, episode: 1 }], future: false }
const usual: Changes = { instanceId: 'i1', profileId: 4, folder: '/shows' }

const explained = (changes: Partial<Changes>, instance: Partial<typeof SHOWS> = {}) =>
  explainChanges(
    requestIn('pending', { instanceId: 'i1', wish: asked }),
    { ...usual, ...changes },
    { ...SHOWS, ...instance },
    'anna',
  )

describe('what an approver changed', () => {
  it('is nothing when they chose what it would have been anyway', () => {
    expect(explained({})).toEqual([])
    const same = { ...asked, seasons: [2, 1, 2] }
    expect(explained({ wish: same })).toEqual([])
  })

  it.each<[string, Partial<Changes>, object]>([
    ['the profile', { profileId: 6 }, { rule: 'changed-profile', found: 'UHD' }],
    ['the folder', { folder: '/more' }, { rule: 'changed-folder', found: '/more' }],
    ['the seasons', { wish: { ...asked, seasons: [1] } }, { rule: 'changed-wish', found: '', asked }],
    ['the episodes', { wish: { ...asked, episodes: [] } }, { rule: 'changed-wish', found: '', asked }],
    ['the time to come', { wish: { ...asked, future: true } }, { rule: 'changed-wish', found: '', asked }],
  ])('is named: %s', (_, changes, step) => {
    expect(explained(changes)).toEqual([{ ...step, by: 'anna' }])
  })

  it('is the instance, and of that only what it would not have done by itself', () => {
    const other = { name: 'Sonarr 4K', profileId: 6, folder: '/sharp' }
    const sent = { rule: 'changed-instance', found: 'Sonarr 4K', by: 'anna' }
    expect(explained({ instanceId: 'i2', profileId: 6, folder: '/sharp' }, other)).toEqual([sent])
    expect(explained({ instanceId: 'i2', profileId: 4, folder: '/sharp' }, other)).toEqual([
      sent,
      { rule: 'changed-profile', found: 'HD', by: 'anna' },
    ])
  })

  it('is all of it, in the order in which it was chosen', () => {
    const all = { instanceId: 'i2', profileId: 6, folder: '/more', wish: { ...asked, seasons: [2] } }
    expect(explained(all).map(({ rule }) => rule)).toEqual([
      'changed-instance',
      'changed-profile',
      'changed-folder',
      'changed-wish',
    ])
  })
})
