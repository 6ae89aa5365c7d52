import { z } from 'zod'

const ROLES = ['bot', 'worker', 'web'] as const
/** A part of the program that can run in a process of its own. */
export type Role = (typeof ROLES)[number]

const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      error: `an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    })
    .transform((text) => text.replace(/\/+$/, ''))

const web = url(['http:', 'https:'])
const discordApi = web.refine((text) => !/\/v\d+$/.test(text), {
  error: 'an address without the version at its end',
})
const snowflake = z.string().regex(/^\d{17,20}$/, { error: 'a Discord id of 17 to 20 digits' })
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: `a whole number from ${from} to ${to}` })
    .transform(Number)
    .refine((number) => number >= from && number <= to, { error: `a whole number from ${from} to ${to}` })

const roles = z.string().transform((text, context) => {
  const named = text.split(',').map((name) => name.trim())
  if (named.every((name): name is Role => ROLES.some((role) => role === name)) && named.length > 0) {
    return [...new Set(named)]
  }
  context.issues.push({
    code: 'custom',
    message: 'one or more of bot, worker, web, with commas between',
    input: text,
  })
  return z.NEVER
})

const canRead = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { hostname, username, password, pathname } = new URL(text)
  if (hostname === '' || !/^\/?\d*$/.test(pathname)) return false
  try {
    decodeURIComponent(`${username}${password}`)
    return true
  } catch {
    return false
  }
}

const REDIS = 'redis://…, rediss://… or unix:PATH'
const redis = z
  .string()
  .regex(/^(rediss?:\/\/.+|unix:.+)/, { error: REDIS })
  .refine((text) => text.startsWith('unix:') || canRead(text), {
    error: `${REDIS}, with a number for the database and special characters of the password escaped`,
  })

const secretKey = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, { error: '32 bytes in base64' })

/** Every variable that Usherr reads, by its name. The README's table and `.env.example` are kept in step with it. */
export const environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/, { error: 'a bot token and nothing around it' })
    .optional(),
  DISCORD_API_URL: discordApi.default('https://discord.com/api'),
  DISCORD_GUILD_ID: snowflake.optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: '64 hexadecimal digits' })
    .optional(),
  ROLES: roles.prefault('bot,worker,web'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/, { error: 'sqlite:PATH or postgres://…' })
    .optional(),
  REDIS_URL: redis.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  SECRET_KEY: secretKey.optional(),
  HTTP_HOST: z.string().min(1).default('0.0.0.0'),
  HTTP_PORT: wholeNumber(0, 65_535).prefault('3003'),
  PUBLIC_URL: web.optional(),
  METRICS_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty'], { error: 'json or pretty' }).optional(),
  TZ: z
    .string()
    .refine((zone) => isTimeZone(zone), { error: 'a time zone such as Europe/Vienna' })
    .optional(),
  TMDB_TOKEN: z.string().min(1).optional(),
  TVDB_API_KEY: z.string().min(1).optional(),
  TMDB_API_URL: web.default('https://api.themoviedb.org/3'),
  TMDB_IMAGE_URL: web.default('https://image.tmdb.org/t/p'),
  TMDB_EXPORT_URL: web.default('https://files.tmdb.org/p/exports'),
  TVDB_API_URL: web.default('https://api4.thetvdb.com/v4'),
  PLEX_TV_URL: web.default('https://plex.tv'),
  PLEX_APP_URL: web.default('https://app.plex.tv'),
  PLEX_DISCOVER_URL: web.default('https://discover.provider.plex.tv'),
  PLEX_COMMUNITY_URL: web.default('https://community.plex.tv'),
  PLEX_RSS_URL: web.default('https://rss.plex.tv'),
  CLOCK_RATE: z
    .string()
    .regex(/^\d+(\.\d+)?$/, { error: 'a number above 0' })
    .transform(Number)
    .refine((rate) => rate > 0, { error: 'a number above 0' })
    .prefault('1'),
})

export type Config = Readonly<{
  discord: Readonly<{ token?: string; apiUrl: string; guildId?: string; publicKey?: string }>
  roles: readonly Role[]
  database: Readonly<{ kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string }>
  /** Absent: the program runs a Redis of its own. */
  redisUrl?: string
  dataDir: string
  secretKey?: string
  http: Readonly<{ host: string; port: number; publicUrl?: string; metricsToken?: string }>
  log: Readonly<{ level: string; format: 'json' | 'pretty' }>
  tmdb: Readonly<{ token?: string; apiUrl: string; imageUrl: string }>
  plex: Readonly<{
    tvUrl: string
    appUrl: string
    discoverUrl: string
    communityUrl: string
    rssUrl: string
  }>
  clockRate: number
}>

/** A variable that cannot be used: `sentence` names it, what was found (secrets masked) and what is expected. */
type BadVariable = { readonly name: string; readonly sentence: string }

const SECRET = /TOKEN|KEY|DATABASE_URL|REDIS_URL/

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const shown = (name: string, found: string | undefined): string => {
  if (found === undefined) return 'nothing'
  // As JSON, for a line break in the value must not break the line that tells of it.
  return SECRET.test(name)
    ? `a value of ${found.length} characters (hidden)`
    : JSON.stringify(found.slice(0, 80))
}

const bad = (name: string, found: string | undefined, expected: string): BadVariable => ({
  name,
  sentence: `${name}: found ${shown(name, found)}, expected ${expected}.`,
})

const isLoopback = (address: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname)

/**
 * Parses the environment once, at start. An empty variable counts as unset, as in a compose file, and blanks around a
 * value don't count: a secret that is read from a file brings its line's end along.
 * Returns either the frozen configuration or every variable that is wrong, in the order of the table.
 */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): { config: Config } | { bad: readonly BadVariable[] } => {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issues = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
    return { bad: [...issues].map(([name, expected]) => bad(name, given[name], expected)) }
  }
  const wrong = contradictions(parsed.data, env)
  return wrong.length > 0 ? { bad: wrong } : { config: Object.freeze(shape(parsed.data, terminal)) }
}

/** The configuration of this process. The only place that reads the environment. */
export const readEnvironment = () => readConfig(process.env, process.stdout.isTTY === true)

type Parsed = z.infer<typeof environment>

const contradictions = (parsed: Parsed, env: Readonly<Record<string, string | undefined>>): BadVariable[] => {
  const wrong: BadVariable[] = []
  const needsToken = parsed.ROLES.some((role) => role !== 'web')
  if (needsToken && parsed.DISCORD_TOKEN === undefined) {
    wrong.push({
      name: 'DISCORD_TOKEN',
      sentence:
        'DISCORD_TOKEN: found nothing, expected a bot token. Get one at https://discord.com/developers/applications (Bot, Reset Token), or try Usherr without one: npm run sandbox.',
    })
  }
  if (parsed.REDIS_URL === undefined && !parsed.ROLES.includes('worker')) {
    wrong.push(
      bad(
        'REDIS_URL',
        undefined,
        'an address, because only a process with the role worker starts a Redis of its own',
      ),
    )
  }
  if (parsed.CLOCK_RATE !== 1 && !isLoopback(parsed.DISCORD_API_URL)) {
    wrong.push(bad('CLOCK_RATE', env.CLOCK_RATE, '1, because DISCORD_API_URL is not a loopback address'))
  }
  return wrong
}

const defined = <T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const database = (parsed: Parsed): Config['database'] => {
  const address = parsed.DATABASE_URL ?? `sqlite:${parsed.DATA_DIR}/usherr.db`
  return address.startsWith('sqlite:')
    ? { kind: 'sqlite', path: address.slice('sqlite:'.length) }
    : { kind: 'postgres', url: address }
}

const shape = (parsed: Parsed, terminal: boolean): Config => ({
  discord: defined({
    token: parsed.DISCORD_TOKEN,
    apiUrl: parsed.DISCORD_API_URL,
    guildId: parsed.DISCORD_GUILD_ID,
    publicKey: parsed.DISCORD_PUBLIC_KEY,
  }),
  roles: parsed.ROLES,
  database: database(parsed),
  ...defined({ redisUrl: parsed.REDIS_URL, secretKey: parsed.SECRET_KEY }),
  dataDir: parsed.DATA_DIR,
  http: defined({
    host: parsed.HTTP_HOST,
    port: parsed.HTTP_PORT,
    publicUrl: parsed.PUBLIC_URL,
    metricsToken: parsed.METRICS_TOKEN,
  }),
  log: { level: parsed.LOG_LEVEL, format: parsed.LOG_FORMAT ?? (terminal ? 'pretty' : 'json') },
  tmdb: defined({ token: parsed.TMDB_TOKEN, apiUrl: parsed.TMDB_API_URL, imageUrl: parsed.TMDB_IMAGE_URL }),
  plex: {
    tvUrl: parsed.PLEX_TV_URL,
    appUrl: parsed.PLEX_APP_URL,
    discoverUrl: parsed.PLEX_DISCOVER_URL,
    communityUrl: parsed.PLEX_COMMUNITY_URL,
    rssUrl: parsed.PLEX_RSS_URL,
  },
  clockRate: parsed.CLOCK_RATE,
})
