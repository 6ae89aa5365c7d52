import { describe, expect, it } from 'vitest'
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

  it('and says what was decided', () => {
    const body = changedReply({ title, instance: 'Radarr 4K', profile: 'Any', folder: '/films' }, say)
    expect(read(body)).toContain('Approved: to Radarr 4K, as Any, into /films.')
  })
})
