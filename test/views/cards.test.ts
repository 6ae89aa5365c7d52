import { describe, expect, it } from 'vitest'
import { type MediaRequest, STATES, TROUBLES, type TraceStep } from '../../src/domain/requests/request.ts'
import { approvalCard } from '../../src/views/cards/approval-card.ts'
import { statusCard } from '../../src/views/cards/status-card.ts'
import { ACCENTS } from '../../src/views/kit/accents.ts'
import type { MessageBody } from '../../src/views/kit/message.ts'
import { requestDetails } from '../../src/views/requests/request-details.ts'
import { whyReply } from '../../src/views/requests/why.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { ANNA, aTitle, aView, BELA, NOW, people } from './support/build.ts'
import { read } from './support/judge.ts'

const say = sayIn('en')
const HOUR = 3_600_000
const at = (instant: number, style = 'R') => `<t:${instant / 1_000}:${style}>`
const decided = { decidedBy: BELA, decidedAt: NOW - HOUR / 2 }

const accentOf = ({ components: [container] }: MessageBody): unknown =>
  container !== undefined && 'accent_color' in container ? container.accent_color : undefined

const status = (change: Partial<MediaRequest>) => read(statusCard(aView(change), say))
const approval = (change: Partial<MediaRequest>) => read(approvalCard(aView(change), say))

describe('the status card', () => {
  it('shows title, facts, stage, why, and who waits', () => {
    expect(read(statusCard(aView({}, { askers: people(3) }), say))).toBe(
      [
        '## Arrival (2016)',
        '-# Film · 1 h 56 min · 12A · Drama · Science Fiction',
        '-# Asked by <@100000000000000001>, <@100000000000000002> and <@100000000000000003>',
        '**Asked** · Approved · Downloading · Ready',
        '⏳ Waiting for an approver.',
        '[Me too]',
      ].join('\n'),
    )
  })

  it.each([
    ['evaluating', '**Asked** · Approved · Downloading · Ready', '⏳ Checking whether it’s here already.'],
    ['pending', '**Asked** · Approved · Downloading · Ready', '⏳ Waiting for an approver.'],
    ['approved', 'Asked · **Approved** · Downloading · Ready', '⬇️ The search starts in a moment.'],
    ['added', 'Asked · **Approved** · Downloading · Ready', '⬇️ Looking for a copy.'],
    ['downloading', 'Asked · Approved · **Downloading** · Ready', '⬇️ The download has begun.'],
    ['available', 'Asked · Approved · Downloading · **Ready**', '🍿 It’s in Plex. Enjoy.'],
    ['denied', 'Asked · **Denied**', '🚫 No reason was given.'],
    ['refused', 'Asked · **Not possible**', '🚫 Nothing here can fetch it yet.'],
    ['cancelled', 'Asked · **Withdrawn**', '↩️ Whoever asked took it back.'],
  ] as const)('of a request that is %s reads: %s', (state, stages, why) => {
    expect(status({ state }).split('\n').slice(3, 5)).toEqual([stages, expect.stringContaining(why)])
  })

  it.each(TROUBLES)('of a request that is stuck (%s) says so in place of what would come', (code) => {
    const card = status({ state: 'approved', trouble: { code, said: 'Path /films is not writable' } })
    expect(card).toContain('Asked · Approved · **Stuck**\n⚠️ ')
    expect(card).not.toContain('/films')
  })

  it('promises no copy of what isn’t announced', () => {
    expect(status({ state: 'added', have: 0, total: 0 })).toContain('Nothing of it is announced yet.')
    expect(status({ state: 'added', have: 5, total: 5 })).toContain(
      'All 5 episodes that are out are here. The next one has no day yet.',
    )
    expect(status({ state: 'available', have: 0, total: 0 })).toContain('Each later season is fetched')
  })

  it('tells how much is here, and when the rest will be', () => {
    expect(status({ state: 'downloading', percent: 42 })).toContain('On its way: 42%.')
    expect(status({ state: 'downloading', percent: 42, eta: NOW })).toContain(
      `On its way: 42%, there ${at(NOW)}.`,
    )
  })

  it('tells from when on it can be watched at home, while that lies ahead', () => {
    const later = aTitle({ releases: { cinema: NOW - HOUR, digital: NOW + HOUR } })
    const out = aTitle({ releases: { digital: NOW - HOUR } })
    const card = (title: typeof later) => read(statusCard(aView({ state: 'added' }, { title }), say))
    expect(card(later)).toContain(`It comes out for home on ${at(NOW + HOUR, 'D')}.`)
    expect(card(out)).toContain('Looking for a copy.')
  })

  it('says how much of a show is left when episodes were deleted, here and to approvers', () => {
    const thinned = { state: 'available', have: 13, total: 16, ...decided } as const
    expect(status(thinned)).toContain('↩️ 13 of 16 episodes are left here; the others were deleted.')
    expect(approval(thinned)).toContain('Deleted in part: 13 of 16 episodes are left')
    expect(status({ ...thinned, have: 16 })).toContain('It’s in Plex. Enjoy.')
  })

  it('says, when the last one left, that what fetches it is left as it is', () => {
    const over = { state: 'cancelled', ...decided } as const
    expect(status(over)).toContain('↩️ Nobody waits for it any more. What was set up to fetch it stays')
    expect(approval(over)).toContain(
      'Withdrawn: nobody waits for it any more**\n-# In Radarr it stays as it is',
    )
    expect(approval({ state: 'cancelled' })).toContain('Withdrawn by the one who asked')
  })

  it('gives the reason of a no', () => {
    expect(status({ state: 'denied', reason: 'We have\nthe *old* one.' })).toContain(
      '🚫 The reason: We have the \\*old\\* one.',
    )
  })

  it('can be joined while something is still to come', () => {
    const joinable = STATES.filter((state) => status({ state }).includes('[Me too]'))
    expect(joinable).toEqual(['evaluating', 'pending', 'approved', 'added', 'downloading'])
  })

  it.each([
    ['pending', 'waiting'],
    ['added', 'coming'],
    ['available', 'ready'],
    ['denied', 'refused'],
    ['cancelled', 'quiet'],
  ] as const)('of a request that is %s has the colour of %s', (state, accent) => {
    expect(accentOf(statusCard(aView({ state }), say))).toBe(ACCENTS[accent])
  })

  it('names five who wait, and counts the rest', () => {
    const card = read(statusCard(aView({}, { askers: people(12) }), say))
    expect(card).toContain('<@100000000000000005> and 7 others')
  })

  it('goes without a poster, a year, an asker', () => {
    const view = aView({}, { title: aTitle({}, { bare: true }), askers: [] })
    expect(read(statusCard(view, say))).toBe(
      '## Arrival\n-# Film\n**Asked** · Approved · Downloading · Ready\n⏳ Waiting for an approver.\n[Me too]',
    )
  })
})

describe('the approval card', () => {
  it('says when it came from a watchlist, and names who is known by their Plex account alone', () => {
    const trace = [{ rule: 'origin', found: 'watchlist' }]
    const card = read(approvalCard(aView({ trace }, { askers: [{ name: 'pia_*films*' }] }), say))
    expect(card).toContain('Asked by pia\\_\\*films\\* ')
    expect(card).toContain('It came from their Plex watchlist.')
    expect(read(approvalCard(aView(), say))).not.toContain('watchlist')
  })

  it('asks for a decision while there is none', () => {
    const view = aView({}, { askers: people(3) })
    expect(read(approvalCard(view, say))).toBe(
      [
        '## Arrival (2016)',
        '-# Film · 1 h 56 min · 12A · Drama · Science Fiction',
        `Asked by <@${ANNA}> ${at(NOW - HOUR)}`,
        'Also wanted by <@100000000000000002> and <@100000000000000003>',
        '⏳ **Waiting for a decision**',
        '-# Goes to Radarr',
        '[Approve]',
        '[Approve with changes]',
        '[Deny]',
        '[Open]',
      ].join('\n'),
    )
  })

  it.each(STATES.filter((state) => state !== 'pending'))('has no button once it is %s', (state) => {
    expect(approval({ state, ...decided })).not.toContain('[')
  })

  it.each(['approved', 'added', 'downloading', 'available'] as const)(
    'tells for good who approved, and when: %s',
    (state) => {
      expect(approval({ state, ...decided })).toContain(`Approved by <@${BELA}> ${at(NOW - HOUR / 2)}`)
    },
  )

  it('tells who denied, when and why', () => {
    const card = approval({ state: 'denied', ...decided, reason: 'No room.' })
    expect(card).toContain(`🚫 **Denied by <@${BELA}> ${at(NOW - HOUR / 2)}**\n-# The reason: No room.`)
  })

  it.each([
    ['approved', 'On its way to Radarr'],
    ['added', 'Radarr has it now'],
  ] as const)('tells where a request that is %s is', (state, where) => {
    expect(approval({ state, ...decided })).toContain(where)
  })

  it('tells those who can mend it what is wrong, where, and what to do', () => {
    const trouble = { code: 'rejected', said: 'Path is not writable' } as const
    const body = approvalCard(aView({ state: 'approved', ...decided, trouble }), say)
    expect(read(body)).toContain('⚠️ Radarr didn’t take it: “Path is not writable”.')
    expect(accentOf(body)).toBe(ACCENTS.refused)
  })
})

describe('the details', () => {
  const details = (
    change: Partial<MediaRequest>,
    who: Partial<{ mine: boolean; follows: boolean; approves: boolean }> = {},
  ) => read(requestDetails({ view: aView(change), mine: true, follows: true, approves: false, ...who }, say))
  const trace = [
    { rule: 'instance', found: 'Radarr' },
    { rule: 'existence', found: 'absent' },
    { rule: 'approval', found: 'needed' },
  ]

  const why = (steps: readonly TraceStep[]) =>
    read(whyReply({ view: aView({ trace: steps }), approves: false }, say))

  it('tell on Why? what was looked at', () => {
    expect(why(trace)).toContain('- Meant for Radarr.\n- It wasn’t there yet.\n- Needed somebody’s approval.')
  })

  it('tell on Why? who changed what', () => {
    const by = '304'
    const asked = { seasons: [1, 2, 3], episodes: [], future: true }
    const steps = [
      { rule: 'changed-instance', found: 'Sonarr *4K*', by },
      { rule: 'changed-profile', found: 'UHD', by },
      { rule: 'changed-folder', found: '/shows', by },
      { rule: 'changed-wish', found: '', by, asked },
    ]
    expect(why(steps)).toContain(
      [
        '- <@304> sent it to Sonarr \\*4K\\* instead.',
        '- <@304> chose the quality profile UHD.',
        '- <@304> chose the root folder /shows.',
        '- <@304> changed what is fetched. What was asked for: Seasons 1–3 and later seasons.',
      ].join('\n'),
    )
  })

  it('leave out steps that this version has no words for', () => {
    const steps = [...trace, { rule: 'moon', found: 'full' }, { rule: 'constructor', found: 'x' }]
    expect(why(steps)).toBe(why(trace))
  })

  it('have the colour of the card, and what destroys comes last', () => {
    for (const state of STATES) {
      const view = aView({ state })
      const body = requestDetails({ view, mine: true, follows: true, approves: false }, say)
      expect(accentOf(body)).toBe(accentOf(statusCard(view, say)))
      expect(accentOf(whyReply({ view, approves: false }, say))).toBe(accentOf(body))
    }
    expect(details({ state: 'added' })).toMatch(/\[Search again\]\n\[Why\?\]\n\[Withdraw\]$/)
  })

  it('offer another search only while something is looked for', () => {
    expect(STATES.filter((state) => details({ state }).includes('[Search again]'))).toEqual(['added'])
  })

  it('let the asker withdraw it while nobody has decided', () => {
    const withdrawable = STATES.filter((state) => details({ state }).includes('[Cancel]'))
    expect(withdrawable).toEqual(['evaluating', 'pending'])
    expect(details({}, { mine: false, approves: true })).not.toContain('[Cancel]')
  })

  it('let others who wait for it leave while something is to come', () => {
    const other = (state: MediaRequest['state'], follows = true) =>
      details({ state }, { mine: false, follows })
    expect(other('added')).toContain('[Withdraw]')
    expect(other('pending')).toContain('[Withdraw]')
    expect(other('available')).not.toContain('[Withdraw]')
    expect(other('added', false)).not.toContain('[Withdraw]')
  })

  it('let the asker leave too, once it is decided, and whoever waits for later seasons', () => {
    expect(details({ state: 'added' }, { follows: true })).toContain('[Withdraw]')
    expect(details({ state: 'pending' }, { follows: true })).not.toContain('[Withdraw]')
    expect(details({ state: 'pending' }, { follows: false })).not.toContain('[Cancel]')
    const wish = { seasons: [1], episodes: [], future: true }
    expect(details({ state: 'available', wish }, { mine: false, follows: true })).toContain('[Withdraw]')
  })

  it('tell approvers what to mend, and others only that something is', () => {
    const stuck = { state: 'approved', trouble: { code: 'instance-unauthorised' } } as const
    expect(details(stuck)).not.toContain('API key')
    expect(details(stuck, { approves: true })).toContain('Radarr refuses its API key')
  })
})
