import {
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { printMessage } from '../../../sandbox/discord/print/print-message.ts'
import { block, options } from './names.ts'

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content })

const button = (label: string, more: { style?: ButtonStyle.Primary; disabled?: boolean } = {}) => ({
  type: ComponentType.Button as const,
  style: ButtonStyle.Secondary as const,
  custom_id: label,
  label,
  ...more,
})

const row = (...components: ReturnType<typeof button>[]) => ({
  type: ComponentType.ActionRow as const,
  components,
})

const picture = (description: string) => ({
  type: ComponentType.Thumbnail as const,
  media: { url: 'https://image.example.org/w500/arrival.jpg' },
  description,
})

const container = (
  ...components: Extract<APIMessageTopLevelComponent, { type: ComponentType.Container }>['components']
): APIMessageTopLevelComponent => ({ type: ComponentType.Container, accent_color: 0xf0b232, components })

const shown = (components: APIMessageTopLevelComponent[], width = 48) =>
  printMessage({ flags: MessageFlags.IsComponentsV2, components }, { ...options, width })

test('a card on which somebody decides', () => {
  const card = container(
    {
      type: ComponentType.Section,
      components: [
        text(
          [
            '## Arrival (2016)',
            'Film · 116 min · Drama',
            'Asked by <@1> <t:1795258800:R>',
            '⏳ **Waiting for a decision**',
            '-# Goes to Radarr',
          ].join('\n'),
        ),
      ],
      accessory: picture('Poster of Arrival'),
    },
    row(
      button('Approve', { style: ButtonStyle.Primary }),
      button('Deny'),
      button('Save', { disabled: true }),
    ),
  )
  expect(shown([card])).toBe(
    block(`
▌ Arrival (2016)    [picture: Poster of Arrival]
▌ Film · 116 min · Drama
▌ Asked by @anna 1 hour ago
▌ ⏳ *Waiting for a decision*
▌ Goes to Radarr
▌
▌ [ Approve ]  [ Deny ]  ( Save )
`),
  )
})

test('a list with a button at the right of each entry', () => {
  const entry = (title: string, state: string) => ({
    type: ComponentType.Section as const,
    components: [text(`**${title}**\n-# ${state}`)],
    accessory: button('Open'),
  })
  const list = container(
    text('## Your requests'),
    entry('Arrival (2016)', 'Being looked for.'),
    entry('The Assassination of Jesse James by the Coward Robert Ford (2007)', 'Withdrawn.'),
    { type: ComponentType.Separator },
    text('-# Page 1 of 2 · 9 requests'),
    row(button('Previous', { disabled: true }), button('Next')),
  )
  expect(shown([list])).toBe(
    block(`
▌ Your requests
▌
▌ *Arrival (2016)*                      [ Open ]
▌ Being looked for.
▌
▌ *The Assassination of Jesse James     [ Open ]
▌ by the Coward Robert Ford (2007)*
▌ Withdrawn.
▌ ──────────────────────────────────────────────
▌ Page 1 of 2 · 9 requests
▌
▌ ( Previous )  [ Next ]
`),
  )
})

test('a panel of selects: what is chosen, else what each asks for', () => {
  const menu = (more: object) =>
    ({ type: ComponentType.ActionRow, components: [{ custom_id: 'x', ...more }] }) as ReturnType<typeof row>
  const panel = container(
    text('### Radarr'),
    menu({
      type: ComponentType.StringSelect,
      placeholder: 'Tags',
      options: [
        { label: 'kids', value: '1', default: true },
        { label: 'late', value: '2' },
        { label: '4k', value: '3', default: true },
      ],
    }),
    menu({
      type: ComponentType.StringSelect,
      placeholder: 'Quality profile',
      options: [{ label: 'a', value: '1' }],
    }),
    menu({ type: ComponentType.ChannelSelect, default_values: [{ id: '7', type: 'channel' }] }),
    menu({ type: ComponentType.RoleSelect, default_values: [{ id: '8', type: 'role' }] }),
    menu({
      type: ComponentType.MentionableSelect,
      default_values: [
        { id: '1', type: 'user' },
        { id: '8', type: 'role' },
      ],
    }),
    menu({ type: ComponentType.UserSelect }),
  )
  expect(shown([panel])).toBe(
    block(`
▌ Radarr
▌
▌ ▾ kids, 4k
▌ ▾ Quality profile
▌ ▾ #requests
▌ ▾ @approvers
▌ ▾ @anna, @approvers
▌ ▾ Make a selection
`),
  )
})

test('buttons of every kind, on as many lines as they need', () => {
  const buttons = {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        url: 'https://plex.tv',
        label: 'Sign in to Plex',
      },
      {
        type: ComponentType.Button,
        style: ButtonStyle.Danger,
        custom_id: 'x',
        label: 'Delete',
        emoji: { name: '🗑' },
      },
      { type: ComponentType.Button, style: ButtonStyle.Premium, sku_id: '1' },
      { type: ComponentType.Button, style: ButtonStyle.Success, custom_id: 'y', emoji: { name: '✅' } },
    ],
  } satisfies APIMessageTopLevelComponent
  expect(shown([buttons], 40)).toBe(
    block(`
[ Sign in to Plex ↗ ]  [ 🗑 Delete ]
[ Buy ]  [ ✅ ]
`),
  )
})

test('galleries, files, gaps and what nobody knows', () => {
  const parts = [
    text('Two pictures:'),
    {
      type: ComponentType.MediaGallery,
      items: [
        { media: { url: 'attachment://one.png' }, description: 'A ship' },
        { media: { url: 'https://image.example.org/w500/two.jpg?size=4' } },
      ],
    },
    { type: ComponentType.Separator, divider: false },
    { type: ComponentType.File, file: { url: 'attachment://log.txt' } },
    { type: ComponentType.Separator, spacing: 2 },
    { type: 99 },
  ] as APIMessageTopLevelComponent[]
  expect(shown(parts)).toBe(
    block(`
Two pictures:

[picture: A ship]  [picture: two.jpg]
[file: log.txt]

────────────────────────────────────────────────

[component of type 99]
`),
  )
})

test('a picture with many words for it stands below the text', () => {
  const words = 'Poster of a film whose title has a good many words'
  const section = {
    type: ComponentType.Section as const,
    components: [text('A film whose title has a good many words'), text('-# Film')],
    accessory: picture(words),
  }
  expect(shown([section])).toBe(
    block(`
A film whose title has a good many words
Film
[picture: Poster of a film whose title has a
good many words]
`),
  )
})

test('two containers, and whom the message is for', () => {
  const message = {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    components: [container(text('One')), container(text('Two'))],
  }
  expect(printMessage(message, options)).toBe(
    block(`
▌ One

▌ Two

Only you can see this.
`),
  )
})

test('in colour the bar, the headings, the small print and the buttons are painted', () => {
  const card = container(
    text('## Arrival\n**Asked** · Ready\n-# by <@1>, see `/requests`'),
    row(button('Approve', { style: ButtonStyle.Primary }), button('Save', { disabled: true })),
  )
  const painted = printMessage({ components: [card] }, { ...options, colour: true })
  expect(painted.replaceAll('\u001b', '')).toBe(
    block(`
[38;2;240;178;50m▌[0m [1mArrival[0m
[38;2;240;178;50m▌[0m [1mAsked[0m · Ready
[38;2;240;178;50m▌[0m [2mby [0m[2;38;2;88;101;242m@anna[0m[2m, see [0m[2;38;2;59;165;181m/requests[0m
[38;2;240;178;50m▌[0m
[38;2;240;178;50m▌[0m [1;38;2;88;101;242m[ Approve ][0m  [2m( Save )[0m
`),
  )
})
