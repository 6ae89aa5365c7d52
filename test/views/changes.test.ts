import { describe, expect, it } from 'vitest'
import type { Wish } from '../../src/domain/seasons/wish.ts'
import { changedReply, changesModal, instancePicker } from '../../src/views/approvals/changes.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { aTitle, ID, instanceInput } from './support/build.ts'
import { breachesOfModal, read } from './support/judge.ts'

const say = sayIn('en')
const title = aTitle()
const { instance } = instanceInput({ offers: 60 })

describe('approving with changes', () => {
  it('first asks which instance, and marks the one that it would go to anyway', () => {
    const other = { ...instance, id: `${ID.slice(0, -1)}0`, name: 'Radarr 4K' }
    const body = instancePicker({ requestId: ID, title, instances: [instance, other], chosen: ID }, say)
    expect(read(body)).toMatch(/^## Arrival \(2016\)\n.+\n-# .+\n\[Instance\]$/)
    const marked = JSON.stringify(body).match(/"description":/g)
    expect(marked).toHaveLength(1)
  })

  it('then how, with what the instance has chosen for itself, though it offers more than fits', () => {
    const chosen = { ...instance, profileId: 59, folder: '/59/Radarr' }
    const modal = changesModal({ requestId: ID, title, instance: chosen }, say)
    const json = JSON.stringify(modal)
    expect(json).toMatch(/"label":"Quality profile".+"label":"Root folder"/)
    expect(json).toMatch(/"label":"Radarr 59"[^}]*"default":true.+"label":"\/59\/Radarr"[^}]*"default":true/)
    expect(breachesOfModal(modal)).toEqual([])
  })

  const show = (count: number, ended = false) =>
    aTitle({ kind: 'show', ended, seasons: Array.from({ length: count }, (_, at) => ({ number: at + 1 })) })
  const modalOf = (seasons: number, wish: Wish, ended = false) =>
    changesModal({ requestId: ID, title: show(seasons, ended), instance, wish }, say)
  const later: Wish = { seasons: [1, 2], episodes: [], future: true }

  it('offers seasons to pick, with the later ones', () => {
    const modal = modalOf(24, later)
    expect(JSON.stringify(modal)).toContain('{"label":"Later seasons","value":"25+","default":true}')
    expect(breachesOfModal(modal)).toEqual([])
    expect(JSON.stringify(modalOf(3, { ...later, future: false }))).toMatch(/"4\+","default":false/)
    expect(JSON.stringify(modalOf(3, { ...later, future: false }, true))).not.toContain('Later')
  })

  it('has them typed when there are too many, and says how the later ones are named', () => {
    const modal = modalOf(25, later)
    expect(JSON.stringify(modal)).toMatch(/With 26\+ later seasons too.+"value":"1, 2, 26\+"/)
    expect(breachesOfModal(modal)).toEqual([])
    expect(JSON.stringify(modalOf(30, { ...later, seasons: [] }))).toContain('"value":"31+"')
  })

  it('and says what was decided', () => {
    const done = { title, instance: 'Radarr 4K', profile: 'Any', folder: '/films', isHeld: false }
    expect(read(changedReply(done, say))).toContain('Approved: to Radarr 4K, as Any, into /films.')
    expect(read(changedReply({ ...done, isHeld: true }, say))).toContain('Other requests hold the rest')
  })
})
