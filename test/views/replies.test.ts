import { expect, it } from 'vitest'
import type { Refusal } from '../../src/domain/refusals.ts'
import { alreadyLinkedReply, unlinkedReply } from '../../src/views/people/link-replies.ts'
import { signInCard } from '../../src/views/people/sign-in-card.ts'
import { busyReply, oldButtonReply, refusalReply, troubleReply } from '../../src/views/replies.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { BELA, NOW } from './support/build.ts'
import { read } from './support/judge.ts'

const say = sayIn('en')

it.each<[Refusal, string]>([
  [
    { code: 'already-decided', decision: 'approved', by: BELA, at: NOW },
    `<@${BELA}> approved this <t:${NOW / 1_000}:R>. There’s nothing left to do.`,
  ],
  [
    { code: 'already-decided', decision: 'cancelled', at: NOW },
    `This was withdrawn <t:${NOW / 1_000}:R>. There’s nothing left to do.`,
  ],
  [
    { code: 'no-instance', kind: 'film' },
    'Films can’t be asked for here yet. An admin adds Radarr with `/setup`.',
  ],
  [
    { code: 'nothing-found', query: 'the *one*\nwith the bus' },
    'Nothing found for “the \\*one\\* with the bus”. Try the original title, or fewer words.',
  ],
  [
    { code: 'plex-no-access', account: 'anna_films', server: 'Den' },
    'The Plex account anna\\_films has no access to Den. Ask for an invitation, or sign in with the account that has one.',
  ],
])('%j is told as: %s', (refusal, words) => {
  expect(read(refusalReply(refusal, say))).toBe(words)
})

it('trouble of ours says so, that nothing was lost, and a number to name', () => {
  expect(read(troubleReply('k7f3', say))).toBe(
    '⚠️ Something went wrong on my side. Nothing was lost; try again in a minute.\n-# If it happens again, give an admin this number: k7f3',
  )
  expect(read(busyReply(say))).toContain('Nothing was lost')
  expect(read(oldButtonReply(say))).toContain('Use the command again')
})

const url = 'https://app.plex.tv/auth#?code=1'

it('a sign-in gives its link while it waits, and nothing to press after', () => {
  const waiting = signInCard({ purpose: 'member', state: 'waiting', url, server: 'Den Server' }, say)
  expect(read(waiting)).toContain('[Sign in to Plex]')
  expect(JSON.stringify(waiting)).toContain(`"url":"${url}"`)
  expect(read(waiting)).toContain('Den Server')
  for (const state of ['done', 'expired', 'refused'] as const) {
    expect(read(signInCard({ purpose: 'member', state, url }, say))).not.toContain('[')
  }
})

it.each([
  ['a member', signInCard({ purpose: 'member', state: 'done', account: 'anna' }, say), 'Linked to anna.'],
  ['an owner', signInCard({ purpose: 'owner', state: 'done', account: 'olga' }, say), 'Signed in as olga.'],
  [
    'an owner with several servers',
    signInCard({ purpose: 'owner', state: 'done', account: 'olga' }, say),
    'choose one in `/setup`',
  ],
  [
    'an owner whose server is known',
    signInCard({ purpose: 'owner', state: 'done', account: 'olga', server: 'Den' }, say),
    'Open `/setup` to go on.',
  ],
  ['somebody too late', signInCard({ purpose: 'member', state: 'expired' }, say), 'ran out'],
  [
    'somebody without access',
    signInCard({ purpose: 'member', state: 'refused', refusal: { code: 'no-plex-server' } }, say),
    'That didn’t work.\nPlex isn’t connected here yet',
  ],
  ['somebody linked before', alreadyLinkedReply({ account: 'anna' }, say), 'You’re linked to anna.'],
  ['somebody who leaves', unlinkedReply({ account: 'anna' }, say), 'No longer linked to anna.'],
])('%s is told how it ended', (_, body, words) => {
  expect(read(body)).toContain(words)
})
