import type { APIMessage } from 'discord-api-types/v10'

/** What the page and its server say to each other. Types only: both sides read the same words. */

/** Something that can be chosen in a select that fills itself, or for an option of a command. */
export type Offer = { value: string; label: string; kind: 'user' | 'role' | 'channel' }

/** What the selects that fill themselves offer, by custom id (of a command's options: by name). */
export type Fills = Readonly<Record<string, readonly Offer[]>>

export type Shown = { body: APIMessage; onlyMe: boolean; fills: Fills }

/** A channel that the person sees, or `dm`, the conversation with the bot. */
export type Room = {
  id: string
  name: string
  kind: 'text' | 'dm'
  /** The messages in it that the person sees, oldest first, and whether each calls them. */
  messages: readonly { id: string; calls: boolean }[]
}

export type Member = {
  id: string
  name: string
  /** Such as "Owner", or the names of their roles. */
  part: string
  takesDms: boolean
}

export type CommandOption = {
  name: string
  description: string
  /** As in Discord: 3 text, 4 whole number, 5 yes or no, 6 user, 7 channel, 8 role, 9 mentionable, 10 number. */
  type: number
  required: boolean
  autocomplete: boolean
  choices: readonly { name: string; value: string | number }[]
}

/** A command as the composer offers it; `name` has the subcommand in it: `setup radarr`. */
export type Command = {
  name: string
  description: string
  options: readonly CommandOption[]
  fills: Fills
}

export type Names = {
  users: Readonly<Record<string, string>>
  roles: Readonly<Record<string, string>>
  /** Only those that the person sees. */
  channels: Readonly<Record<string, string>>
}

/** A title that Radarr or Sonarr has. */
export type Title = {
  service: 'radarr' | 'sonarr'
  id: number
  name: string
  state: 'wanted' | 'downloading' | 'there'
  percent: number
}

/** A title that Plex knows, by its key there. */
export type PlexName = { key: string; name: string }

/** The watchlist of a Plex account, newest title first. */
export type Watchlist = { account: number; name: string; titles: readonly PlexName[] }

export type ServiceName = 'Radarr' | 'Sonarr' | 'Plex' | 'TMDB'

/** How the world outside of Discord stands. */
export type World = {
  program: 'runs' | 'restarts' | 'ended'
  redis: boolean
  services: readonly { name: ServiceName; works: boolean }[]
  titles: readonly Title[]
  watchlists: readonly Watchlist[]
  firstSteps: 'possible' | 'played' | 'done'
  /** How far the world's clock is ahead of the real one, in milliseconds. */
  ahead: number
}

/** All that one person sees at this moment. */
export type Screen = {
  me: string
  bot: string
  server: string
  members: readonly Member[]
  rooms: readonly Room[]
  room: string
  messages: readonly Shown[]
  /** Whether the bot is typing in this room. */
  typing: boolean
  commands: readonly Command[]
  names: Names
  world: World
}

/** What somebody does in Discord. */
export type Deed =
  | { do: 'slash'; name: string; given: Given }
  | { do: 'type'; name: string; option: string; text: string; given: Given }
  | { do: 'press'; message: string; button: string }
  | { do: 'choose'; message: string; select: string; values: readonly string[] }
  | { do: 'fill'; form: string; entries: Readonly<Record<string, Entry>> }

export type Given = Readonly<Record<string, string | number | boolean>>
export type Entry = string | boolean | readonly string[]

/** A component of a form, as it travels. */
export type FormPart = Readonly<Record<string, unknown>> & {
  type: number
  custom_id?: string | undefined
  component?: FormPart | undefined
  components?: readonly FormPart[] | undefined
}

/** A form that is open on somebody's screen. */
export type Form = { key: string; title: string; components: readonly FormPart[]; fills: Fills }

/** What came of a deed. `none`: the program did not answer within three seconds. */
export type Outcome = {
  kind: 'message' | 'modal' | 'choices' | 'deferred' | 'update' | 'none'
  form?: Form
  choices?: readonly { name: string; value: string | number }[]
}

/** What happens outside of Discord. */
export type Turn =
  | { do: 'find' | 'finish' | 'fail'; service: Title['service']; id: number }
  | { do: 'progress'; service: Title['service']; id: number; percent: number }
  | { do: 'watch' | 'unwatch'; account: number; title: string }
  | { do: 'service'; name: ServiceName; works: boolean }
  | { do: 'dms'; person: string; open: boolean }
  | { do: 'redis'; there: boolean }
  | { do: 'jump'; hours: number }
  | { do: 'first-steps' }
