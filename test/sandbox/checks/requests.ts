import { ButtonStyle, ComponentType, InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import type { Check } from '../../../sandbox/discord/checks-seam.ts'

export type Request = Parameters<Check>[0]

const request = (method: string, route: string, body: unknown, more: Partial<Request> = {}): Request => ({
  method,
  path: route,
  route,
  body,
  files: [],
  ...more,
})

/** A new message in a channel, with the names of its files. */
export const sent = (body: unknown, ...names: string[]): Request =>
  request('POST', '/channels/{channel_id}/messages', body, {
    files: names.map((name) => ({ name, size: 1 })),
  })

/** A message written over one that has these flags. */
export const edited = (body: unknown, flags = 0): Request =>
  request('PATCH', '/channels/{channel_id}/messages/{message_id}', body, { original: { flags } })

export const answered = (type: number, data?: unknown): Request =>
  request('POST', '/interactions/{interaction_id}/{interaction_token}/callback', {
    type,
    ...(data === undefined ? {} : { data }),
  })

/** A later message by the token of an interaction. */
export const followedUp = (body: unknown): Request =>
  request('POST', '/webhooks/{webhook_id}/{webhook_token}', body)

export const offered = (...choices: unknown[]): Request =>
  answered(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices })

export const opened = (modal: object): Request =>
  answered(InteractionResponseType.Modal, { custom_id: 'modal', title: 'Title', ...modal })

export const registered = (...commands: unknown[]): Request =>
  request('PUT', '/applications/{application_id}/commands', commands)

export const registeredInGuild = (...commands: unknown[]): Request =>
  request('PUT', '/applications/{application_id}/guilds/{guild_id}/commands', commands)

export const changed = (command: unknown): Request =>
  request('PATCH', '/applications/{application_id}/commands/{command_id}', command)

/** So many letters. */
export const letters = (count: number): string => 'x'.repeat(count)

/** So many of something, made from its number. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** A message of Components V2. */
export const v2 = (...components: unknown[]) => ({ flags: MessageFlags.IsComponentsV2, components })

export const text = (content: string) => ({ type: ComponentType.TextDisplay, content })

export const row = (...components: unknown[]) => ({ type: ComponentType.ActionRow, components })

export const button = (more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: 'button',
  label: 'Press',
  ...more,
})

export const select = (more: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: 'select',
  options: [{ label: 'One', value: '1' }],
  ...more,
})

/** So many options of a select. */
export const options = (count: number) => times(count, (index) => ({ label: 'Option', value: String(index) }))

export const thumbnail = (more: object = {}) => ({
  type: ComponentType.Thumbnail,
  media: { url: 'https://image.example.org/poster.jpg' },
  ...more,
})

export const section = (accessory: unknown, ...components: unknown[]) => ({
  type: ComponentType.Section,
  components,
  accessory,
})

export const container = (...components: unknown[]) => ({ type: ComponentType.Container, components })

export const label = (component: unknown, more: object = {}) => ({
  type: ComponentType.Label,
  label: 'Label',
  component,
  ...more,
})

export const input = (more: object = {}) => ({
  type: ComponentType.TextInput,
  custom_id: 'input',
  style: 1,
  ...more,
})
