import { beforeAll, describe, expect, it } from 'vitest'
import { loadChecks, specificationPath } from '../../../sandbox/discord/checks/index.ts'
import { specification } from '../../../sandbox/discord/checks/specification.ts'
import type { Check } from '../../../sandbox/discord/checks-seam.ts'
import {
  answered,
  button,
  container,
  input,
  label,
  letters,
  offered,
  opened,
  type Request,
  registered,
  row,
  section,
  select,
  sent,
  text,
  thumbnail,
  times,
  v2,
} from './requests.ts'

const path = specificationPath()

describe.skipIf(path === undefined)('Discord’s own OpenAPI file', () => {
  let check: Check
  beforeAll(async () => {
    check = await specification(path ?? '')
  })

  it('passes what is right', () => {
    expect(check(sent(v2(container(section(thumbnail(), text('x')), row(button())))))).toEqual([])
    expect(check(opened({ components: [label(input()), label(select({ custom_id: 'b' }))] }))).toEqual([])
    expect(check(offered({ name: 'Dune', value: 'film:1' }))).toEqual([])
    expect(check(registered({ name: 'x', description: 'x', default_member_permissions: '8' }))).toEqual([])
  })

  it('is asked about the component that is meant, however deep it is', () => {
    expect(check(sent(v2(container(section(button({ label: letters(81) }), text('x'))))))).toEqual([
      { where: 'components.0.components.0.accessory.label', why: 'Must NOT have more than 80 characters.' },
    ])
    expect(check(opened({ components: [label(input({ style: 3 }))] }))).toEqual([
      { where: 'data.components.0.component.style', why: 'Must be one of 1, 2.' },
    ])
  })

  it('names the types that may stand somewhere', () => {
    expect(check(sent(v2(section(text('x'), text('x')))))).toEqual([
      { where: 'components.0.accessory.type', why: 'Must be one of 2, 11.' },
    ])
    expect(check(answered(3))).toEqual([
      { where: 'type', why: expect.stringMatching(/^Must be one of .*\b9\b/) },
    ])
  })

  it('says once that a type is missing', () => {
    expect(check(sent(v2({ content: 'x' })))).toEqual([
      { where: 'components.0.type', why: 'This field is required.' },
    ])
    expect(check({ ...answered(1), body: {} })).toEqual([{ where: 'type', why: 'This field is required.' }])
  })

  it('counts choices, and wants them to be of one type', () => {
    const choices = times(26, (index) => ({ name: 'x', value: String(index) }))
    expect(check(offered(...choices))).toEqual([
      { where: 'data.choices', why: 'Must NOT have more than 25 items.' },
    ])
    expect(check(offered({ name: 'x', value: 'x' }, { name: 'x', value: 1 }))).toEqual([
      { where: 'data.choices.0.value', why: 'Must be number.' },
    ])
  })

  it('knows routes that nobody described by hand', () => {
    const named = (name: unknown): Request => ({
      ...sent({ name }),
      route: '/channels/{channel_id}/webhooks',
    })
    expect(check(named('Usherr'))).toEqual([])
    expect(check(named(5))).toEqual([{ where: 'name', why: 'Must be string.' }])
  })

  it('asks nothing of a request that has no body, or of a route it does not know', () => {
    expect(check({ ...sent(undefined), route: '/channels/{channel_id}/typing' })).toEqual([])
    expect(check({ ...sent({ any: 1 }), route: '/nowhere' })).toEqual([])
  })

  it('is asked after the documentation, so that each breach is told once', async () => {
    const [all] = await loadChecks()
    expect(all?.(sent({ content: letters(4_001) }))).toEqual([
      { where: 'content', why: 'Must be 2000 or fewer characters, but has 4001.' },
    ])
    expect(all?.({ ...sent({ name: 5 }), route: '/channels/{channel_id}/webhooks' })).toEqual([
      { where: 'name', why: 'Must be string.' },
    ])
    expect(all?.(sent({ content: 'x' }))).toEqual([])
  })
})

it('is needed by nobody: limits are told without it', async () => {
  const [all] = await loadChecks()
  expect(all?.(sent({}))).toHaveLength(1)
})
