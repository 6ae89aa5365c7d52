import { describe, expect, it } from 'vitest'
import { decideLink } from '../../../src/domain/people/link.ts'

const account = (plexId: string, personId: string) => ({ plexId, personId, username: `${personId}@plex` })

describe('signing in to Plex', () => {
  it('gives an account that nobody has to who signed in', () => {
    const outcome = decideLink({ personId: 'mia', plexId: '10', holder: undefined, own: undefined })
    expect(outcome).toEqual({ ok: true, value: { joins: 'mia' } })
  })

  it('makes another Discord account one of the person who holds the Plex account', () => {
    const holder = account('10', 'mia')
    const outcome = decideLink({ personId: 'mias-second', plexId: '10', holder, own: undefined })
    expect(outcome).toEqual({ ok: true, value: { joins: 'mia' } })
  })

  it('changes nothing the second time', () => {
    const own = account('10', 'mia')
    expect(decideLink({ personId: 'mia', plexId: '10', holder: own, own })).toEqual({
      ok: true,
      value: { joins: 'mia' },
    })
  })

  it.each([undefined, account('11', 'tom')])('refuses a second Plex account, held by %o', (holder) => {
    const own = account('10', 'mia')
    expect(decideLink({ personId: 'mia', plexId: '11', holder, own })).toEqual({
      ok: false,
      refusal: { code: 'plex-other-account', account: 'mia@plex' },
    })
  })
})
