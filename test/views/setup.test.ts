import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '../../src/domain/instances/probe-failure.ts'
import { ACCENTS } from '../../src/views/kit/accents.ts'
import { claimCodeModal, claimReply } from '../../src/views/setup/claim.ts'
import { instanceModal } from '../../src/views/setup/instance-modal.ts'
import { instancePanel, removeInstancePreview } from '../../src/views/setup/instance-panel.ts'
import { setupPanel } from '../../src/views/setup/setup-panel.ts'
import { en } from '../../src/views/texts/en.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { ID, instanceInput, setupInput } from './support/build.ts'
import { breachesOfMessage, read } from './support/judge.ts'

const say = sayIn('en')
const panel = (input: Parameters<typeof setupInput>[0] = {}) => setupPanel(setupInput(input), say)

describe('the set-up panel', () => {
  it('shows what is set, what comes next, and everything that can be changed', () => {
    expect(read(panel())).toBe(
      [
        '## Set up Usherr',
        '✅ Admin channel: <#201>',
        '✅ Request channel: <#202>',
        '✅ Approver role: <@&301>',
        '✅ Plex: Radarr, as Radarr',
        '✅ Radarr: working',
        'Everything is in place. Members ask with `/request`.',
        '[Admin channel]',
        '[Request channel]',
        '[Approver role]',
        '[Sign in to Plex]',
        '[Add Radarr]',
        '[Add Sonarr]',
        '[Approvals]',
        '[Radarr]',
      ].join('\n'),
    )
  })

  const adminChannel = '201'
  const home = { adminChannel, requestChannel: '202' }
  it.each([
    ['everything', { home: {} }, 'choose the channel where approvers decide.'],
    [
      'a request channel',
      { home: { adminChannel } },
      'choose the channel where everybody sees what’s coming.',
    ],
    ['Plex', { home, plex: { servers: [] } }, 'sign in to Plex'],
    [
      'a choice of servers',
      { home, plex: { account: 'olga', servers: [] } },
      'choose which Plex server is yours.',
    ],
    [
      'Radarr',
      { home, instances: 0 },
      'add Radarr, which fetches the films, or Sonarr, which fetches the shows.',
    ],
  ])('names the next step while %s is missing', (_, input, words) => {
    expect(read(panel(input))).toContain(`**Next:** ${words}`)
  })

  it('is content without an approver role, because admins can decide', () => {
    expect(read(panel({ home }))).toContain('✅ Approver role: none, so admins decide')
  })

  it('shows in the selects what is chosen, without copying any id', () => {
    const json = JSON.stringify(panel())
    expect(json).toContain('"default_values":[{"id":"201","type":"channel"}]')
    expect(json).toContain('"default_values":[{"id":"301","type":"role"}]')
  })

  it('offers a choice of Plex servers when there is one to make', () => {
    const servers = [{ machineId: '0', name: 'Den' }]
    expect(read(panel({ servers: 1 }))).not.toContain('[Plex server]')
    expect(read(panel({ plex: { account: 'olga', servers } }))).toContain('[Plex server]')
    expect(read(panel({ servers: 2, name: 'Den' }))).toContain('[Den]')
  })

  it.each([
    ['unreachable', 'Radarr doesn’t answer'],
    ['unauthorised', 'Radarr refuses its API key'],
    ['name-not-found', 'Radarr can’t be found by its name'],
    ['server', 'Radarr answers with errors'],
    ['profile-gone', 'Radarr no longer has the quality profile that was chosen'],
  ] as const)('tells what ails an instance (%s), and where to mend it', (ailment, words) => {
    const body = panel({ ill: { ailment } })
    expect(read(body)).toContain(`⚠️ ${words}`)
    expect(read(body)).toContain('**Next:** press Radarr to see what’s wrong and mend it.')
    expect(JSON.stringify(body)).toContain(`"accent_color":${ACCENTS.refused}`)
  })

  it.each([
    ['failed', '⚠️ Radarr: working, but it can’t reach Usherr'],
    ['pending', '⏳ Radarr: saved, being connected'],
  ] as const)('tells when the webhook is %s', (state, words) => {
    const input = setupInput()
    const instances = input.instances.map((one) => ({ ...one, webhook: { state } }))
    expect(read(setupPanel({ ...input, instances }, say))).toContain(words)
  })

  it('says that all is in place once all is connected', () => {
    const input = setupInput()
    const instances = input.instances.map((one) => ({ ...one, webhook: { state: 'pending' as const } }))
    const words = read(setupPanel({ ...input, instances }, say))
    expect(words).not.toContain('Everything is in place')
    expect(words).toContain('Members can ask with `/request` while the rest connects by itself.')
  })

  it('has room for fifteen instances, and counts those that it can’t show', () => {
    const body = panel({ instances: 18, servers: 30 })
    expect(read(body)).toContain('And 3 more that can’t be shown here.')
    expect(breachesOfMessage(body)).toEqual([])
  })
})

describe('the page of an instance', () => {
  const page = (change: Parameters<typeof instanceInput>[0] = {}, more: object = {}) =>
    instancePanel({ ...instanceInput(change), ...more }, say)

  it('shows whether it works, what is chosen, and what can be', () => {
    expect(read(page())).toBe(
      [
        '## Radarr',
        '-# `http://192.168.1.20:7878` · In use',
        '✅ Radarr 6.0.4 answers.',
        '✅ It reaches Usherr, so news comes at once.',
        '-# Quality profile: Radarr 0',
        '-# Root folder: /0/Radarr',
        '-# Tags: Radarr 0',
        '-# Minimum availability: Released',
        '-# Copies: Usual copies',
        'Each choice counts at once. Save also tries again what was stuck.',
        '[Radarr 0]',
        '[/0/Radarr]',
        '[Radarr 0]',
        '[Released]',
        '[Usual copies]',
        '[Save]',
        '[Edit]',
        '[Test again]',
        '[Remove]',
        '[Back]',
      ].join('\n'),
    )
  })

  it('names its selects as they are known', () => {
    const { instance, publicUrl } = instanceInput()
    const manners = { seriesType: 'standard', seasonMonitoring: 'asked', quality: 'standard' }
    const chosen = { tagIds: [], availability: 'released', ...manners }
    const json = JSON.stringify(instancePanel({ instance, publicUrl, chosen }, say))
    const placeholders = [...json.matchAll(/"placeholder":"([^"]+)"/g)].map(([, name]) => name)
    expect(placeholders).toEqual(['Quality profile', 'Root folder', 'Tags', 'Minimum availability', 'Copies'])
  })

  it.each([
    ['nothing is chosen', { tagIds: [], availability: 'released' }],
    ['no folder is', { profileId: 0, tagIds: [], availability: 'released' }],
    ['what was chosen is gone', { profileId: 99, folder: '/0/Radarr', tagIds: [], availability: 'released' }],
  ])('can’t be saved, and says why, while %s', (_, chosen) => {
    const body = page({}, { chosen })
    expect(read(body)).toContain('Choose a quality profile and a root folder; then it can be saved.')
    expect(JSON.stringify(body)).toMatch(/"label":"Save"[^}]*"disabled":true/)
  })

  it('shows 25 of many, always with what is chosen, and says what it hides', () => {
    const body = page({ offers: 60, chosen: 59 })
    expect(read(body)).toContain('Not shown, for want of room: 35 quality profiles, 35 root folders, 35 tags')
    expect(read(body)).toContain('[Radarr 59]\n[/59/Radarr]\n[Radarr 59]')
    expect(breachesOfMessage(body)).toEqual([])
  })

  it('works without tags', () => {
    const input = instanceInput()
    const instance = { ...input.instance, choices: { ...input.instance.choices, tags: [] } }
    expect(breachesOfMessage(instancePanel({ ...input, instance }, say))).toEqual([])
  })

  const failures = Object.keys(en)
    .filter((key) => key.startsWith('probe.'))
    .map((key) => key.slice('probe.'.length) as ProbeFailure)
  it.each(failures)('tells what to do when the test ends with %s, and offers no choices', (why) => {
    const text = read(page({}, { probe: { ok: false, why, detail: 'Sonarr' } }))
    expect(text).toContain('🚫 **The test failed.**')
    expect(text).toContain(say(`probe.${why}`, { app: 'Radarr', detail: 'Sonarr' }))
    expect(text.match(/\[.+\]/g)).toEqual(['[Edit]', '[Test again]', '[Remove]', '[Back]'])
  })

  it('has a sentence of its own for each way to fail', () => {
    const sentences = failures.map((why) => say(`probe.${why}`, { app: 'Radarr', detail: 'x' }))
    expect(new Set(sentences).size).toBe(failures.length)
  })

  it('says when it works but can’t reach us, by which address, and what it said', () => {
    const text = read(page({}, { probe: { ok: true, webhook: { failed: 'Name does not resolve' } } }))
    expect(text).toContain('⚠️ It can’t reach Usherr at `http://usherr.example.org:3003`')
    expect(text).toContain('-# It said: Name does not resolve')
  })

  it('says what was last seen to be wrong, and how to mend it', () => {
    const text = read(page({ ill: { ailment: 'unauthorised' } }))
    expect(text).toContain('⚠️ **Radarr refuses its API key.**\nIts API key was changed.')
    expect(read(page({}, { probe: { ok: true, webhook: 'reached' } }))).toContain('✅ Radarr 6.0.4 answers.')
  })

  it('names what was chosen and is gone, also when it has just been tested', () => {
    const ill = { ailment: 'folder-gone', said: '/films' } as const
    const text = read(page({ ill }, { probe: { ok: true, webhook: 'reached' } }))
    expect(text).toContain('⚠️ **Radarr no longer has the root folder “/films”.**\nOpen it in `/setup`')
  })

  it('is removed only after it was said what that means', () => {
    const text = read(removeInstancePreview({ instanceId: ID, name: 'Radarr 4K', waiting: 2 }, say))
    expect(text).toContain(
      '2 requests wait for it: they move to another one of its kind, or wait for one.\n-# Nothing is deleted',
    )
    expect(text).toContain('[Remove Radarr 4K]\n[Back]')
  })
})

describe('the forms of set-up', () => {
  it('ask for an instance as people know its parts, and never show a key', () => {
    const json = JSON.stringify(instanceModal({ kind: 'radarr' }, say))
    expect([...json.matchAll(/"label":"([^"]+)"/g)].map(([, label]) => label)).toEqual([
      'Name',
      'Address',
      'API key',
    ])
    expect(json).toContain('http://192.168.1.20:7878')
  })

  it('let an empty key stand for the present one, when an instance is changed', () => {
    const values = { name: 'Shows', url: 'http://nas:8989' }
    const modal = instanceModal({ kind: 'sonarr', instanceId: ID, values }, say)
    expect(modal.title).toBe('Change Sonarr')
    expect(JSON.stringify(modal)).toContain('Leave it empty to keep the present one.')
    expect(JSON.stringify(modal)).toMatch(/"custom_id":"key"[^}]*"required":false/)
  })

  it('ask for the code from the log when somebody else than the owner sets up', () => {
    expect(read(claimReply(say))).toContain('[Enter code]')
    expect(JSON.stringify(claimCodeModal(say))).toContain('"label":"Code"')
  })
})
