import { describe, expect, it } from 'vitest'
import { documentation } from '../../../sandbox/discord/checks/documentation.ts'
import {
  answered,
  button,
  container,
  edited,
  input,
  label,
  opened,
  registered,
  row,
  sent,
  v2,
} from './requests.ts'

describe('what is wrong with a body is said in a sentence', () => {
  it('when a field is called otherwise', () => {
    expect(documentation(sent({ content: 'x', colour: 1 }))).toEqual([
      { where: 'colour', why: 'There is no such field here.' },
    ])
    expect(documentation(sent(v2({ type: 10, content: 'x', customId: 'x' })))).toEqual([
      { where: 'components.0.customId', why: 'There is no such field here.' },
    ])
    expect(documentation(registered({ name: 'x', description: 'x', defaultMemberPermissions: '8' }))).toEqual(
      [{ where: '0.defaultMemberPermissions', why: 'There is no such field here.' }],
    )
  })

  it('when a field has another type', () => {
    expect(documentation(edited({ content: 5, components: {}, tts: 'no' }))).toEqual([
      { where: 'content', why: 'Must be a string, but is a number.' },
      { where: 'components', why: 'Must be a list, but is an object.' },
      { where: 'tts', why: 'Must be a boolean, but is a string.' },
    ])
  })

  it('when a field is missing', () => {
    expect(
      documentation(opened({ title: undefined, components: [label(input({ style: undefined }))] })),
    ).toEqual([
      { where: 'data.title', why: 'This field is required.' },
      { where: 'data.components.0.component.style', why: 'This field is required.' },
    ])
  })

  it('when a text is too long, with both numbers', () => {
    expect(documentation(sent(v2(row(button({ label: 'x'.repeat(81) })))))).toEqual([
      {
        where: 'components.0.components.0.label',
        why: 'Must be 80 or fewer characters, but has 81.',
      },
    ])
  })

  it('when a component stands where it cannot, with those that can', () => {
    expect(
      documentation(sent(v2({ type: 9, components: [{ type: 10, content: 'x' }], accessory: input() }))),
    ).toEqual([
      {
        where: 'components.0.accessory.type',
        why: 'Only these can stand here: button (2), thumbnail (11); not text input (4).',
      },
    ])
  })

  it('when a button has what its style has not', () => {
    expect(documentation(sent(v2(row(button({ style: 5 })))))).toEqual([
      { where: 'components.0.components.0.url', why: 'A link button needs this field.' },
      { where: 'components.0.components.0.custom_id', why: 'A link button has no such field.' },
    ])
  })

  it('when the answer is of a type that is none', () => {
    expect(documentation(answered(10, {}))).toEqual([
      { where: 'type', why: 'Must be one of 1, 4, 5, 6, 7, 8, 9, not 10.' },
    ])
  })

  it('when the body is no object', () => {
    expect(documentation(sent('hello'))).toEqual([{ where: '', why: 'Must be an object, but is a string.' }])
    expect(documentation(answered(9, null))).toEqual([
      { where: 'data', why: 'Must be an object, but is null.' },
    ])
    expect(documentation({ ...registered(), body: {} })).toEqual([
      { where: '', why: 'Must be a list, but is an object.' },
    ])
  })
})

describe('what Discord lets pass', () => {
  it('null for whatever may be left out', () => {
    expect(
      documentation(sent({ content: 'x', embeds: null, components: null, flags: null, nonce: null })),
    ).toEqual([])
    expect(
      documentation(sent(v2({ ...container({ type: 10, content: 'x' }), accent_color: null, id: null }))),
    ).toEqual([])
  })

  it('fields that clients send everywhere', () => {
    expect(documentation(answered(4, { content: 'x', tts: false, enforce_nonce: false }))).toEqual([])
    expect(documentation(edited({ content: 'x', tts: false, enforce_nonce: false }))).toEqual([])
  })

  it('pictures as it gave them itself', () => {
    const media = {
      url: 'https://e.org/a.png',
      proxy_url: 'https://p.org/a.png',
      width: 1,
      height: 2,
      flags: 0,
    }
    expect(documentation(sent(v2({ type: 12, items: [{ media }] })))).toEqual([])
  })
})
