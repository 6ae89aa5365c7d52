/** What the modules of a room may import besides each other. */
export type Room = {
  /** Other rooms; `types` admits only what the compiler erases. */
  readonly rooms: Readonly<Record<string, 'all' | 'types'>>
  /** Packages by name, or every declared one. */
  readonly libraries: readonly string[] | 'all'
  /** Whether Node's own modules may be imported. */
  readonly node: boolean
}

const ground = { platform: 'all', domain: 'all' } as const

/** The rooms of src, each with the doors that lead out of it. */
export const ROOMS: Readonly<Record<string, Room>> = {
  domain: { rooms: {}, libraries: [], node: false },
  platform: { rooms: {}, libraries: 'all', node: true },
  db: { rooms: ground, libraries: ['kysely', 'pg', 'better-sqlite3'], node: true },
  clients: {
    rooms: { domain: 'types', platform: 'all' },
    libraries: ['zod', 'undici', '@discordjs/rest', 'discord-api-types'],
    node: true,
  },
  actions: { rooms: { ...ground, db: 'all' }, libraries: [], node: false },
  views: { rooms: ground, libraries: ['@discordjs/builders', 'discord-api-types', 'zod'], node: false },
  commands: {
    rooms: { ...ground, actions: 'all', views: 'all', db: 'all', clients: 'types' },
    libraries: ['discord-api-types', 'zod'],
    node: false,
  },
  bot: {
    rooms: { ...ground, commands: 'all', views: 'all', db: 'all' },
    libraries: ['discord.js', 'discord-api-types', 'zod'],
    node: false,
  },
  workers: {
    rooms: { ...ground, actions: 'all', db: 'all', clients: 'all', views: 'all' },
    libraries: ['bullmq', 'ioredis', 'discord-api-types', 'zod'],
    node: true,
  },
  webhooks: {
    rooms: { ...ground, actions: 'all', db: 'all' },
    libraries: ['fastify', 'zod'],
    node: true,
  },
}

/** Where the program is put together: main.ts and the folder that it is written out in. They may import everything. */
export const COMPOSITION = 'start'

/** A folder beside src whose modules keep to themselves: the program must not need them, nor they the program. */
export const SANDBOX = 'sandbox'

/** A folder beside src that measures the program before the sandbox's stand-ins; neither of them knows it. */
export const BENCH = 'bench'

/** What the sandbox's page runs in the browser, and the one module whose types it shares with its server. */
export const BROWSER = {
  folder: 'sandbox/page/app/',
  shared: 'sandbox/page/protocol.ts',
  libraries: ['lit', '@skyra/discord-components-core', 'discord-api-types'],
} as const
