import { describe, expect, it } from 'vitest'
import { STATES } from '../../../src/domain/requests/request.ts'
import { decideSearch, SEARCH_PAUSE_MS } from '../../../src/domain/requests/search.ts'
import { requestIn } from '../support/requests.ts'

const NOW = 10_000_000
const searched = { kind: 'change', change: { searchedAt: NOW }, events: ['request.search-asked'] }

describe('searching again', () => {
  it('works for what the *arr has and has not found', () => {
    expect(decideSearch(requestIn('added'), NOW)).toEqual(searched)
  })

  it.each(STATES.filter((state) => state !== 'added'))('has no use while it is %s', (state) => {
    expect(decideSearch(requestIn(state), NOW)).toEqual({
      kind: 'refusal',
      refusal: { code: 'nothing-to-search' },
    })
  })

  it('waits out the pause to the millisecond, and says until when', () => {
    const lately = (ago: number) => decideSearch(requestIn('added', { searchedAt: NOW - ago }), NOW)
    expect(lately(SEARCH_PAUSE_MS - 1)).toEqual({
      kind: 'refusal',
      refusal: { code: 'searched-lately', again: NOW + 1 },
    })
    expect(lately(SEARCH_PAUSE_MS)).toEqual(searched)
  })
})
