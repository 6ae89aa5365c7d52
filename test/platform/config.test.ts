import { describe, expect, it } from 'vitest'
import { type Config, environment, readConfig } from '../../src/platform/config.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')

const read = (env: Record<string, string | undefined>, terminal = false): Config => {
  const answer = readConfig({ DISCORD_TOKEN: 'a.b-c_d', ...env }, terminal)
  if ('bad' in answer) throw new Error(answer.bad.map(({ sentence }) => sentence).join('\n'))
  return answer.config
}

describe('with nothing but a token', () => {
  it('everything else has its default', () => {
    expect(read({})).toEqual({
      discord: { token: 'a.b-c_d', apiUrl: 'https://discord.com/api' },
      roles: ['bot', 'worker', 'web'],
      database: { kind: 'sqlite', path: './data/usherr.db' },
      dataDir: './data',
      http: { host: '0.0.0.0', port: 3003 },
      log: { level: 'info', format: 'json' },
      tmdb: { apiUrl: 'https://api.themoviedb.org/3', imageUrl: 'https://image.tmdb.org/t/p' },
      plex: {
        tvUrl: 'https://plex.tv',
        appUrl: 'https://app.plex.tv',
        discoverUrl: 'https://discover.provider.plex.tv',
        communityUrl: 'https://community.plex.tv',
        rssUrl: 'https://rss.plex.tv',
      },
      clockRate: 1,
    })
  })

  it('so have the services that no part asks yet', () => {
    expect(environment.parse({})).toMatchObject({
      TMDB_EXPORT_URL: 'https://files.tmdb.org/p/exports',
      TVDB_API_URL: 'https://api4.thetvdb.com/v4',
      PLEX_DISCOVER_URL: 'https://discover.provider.plex.tv',
      PLEX_COMMUNITY_URL: 'https://community.plex.tv',
      PLEX_RSS_URL: 'https://rss.plex.tv',
    })
  })

  it('logs are pretty on a terminal, unless they are wanted otherwise', () => {
    expect(read({}, true).log.format).toBe('pretty')
    expect(read({ LOG_FORMAT: 'json' }, true).log.format).toBe('json')
    expect(read({ LOG_FORMAT: 'pretty' }).log.format).toBe('pretty')
  })
})

it('every value arrives where it is used', () => {
  const config = read({
    DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
    DISCORD_GUILD_ID: '123456789012345678',
    DISCORD_PUBLIC_KEY: 'aB'.repeat(32),
    ROLES: 'web, worker,web',
    DATABASE_URL: 'postgresql://usherr:secret@db/usherr',
    REDIS_URL: 'rediss://:a%40b@cache:6380/2',
    DATA_DIR: '/var/lib/usherr',
    SECRET_KEY: KEY,
    HTTP_HOST: '::',
    HTTP_PORT: '0',
    PUBLIC_URL: 'https://usherr.example.org//',
    METRICS_TOKEN: 'm',
    LOG_LEVEL: 'silent',
    TZ: 'Europe/Vienna',
    TMDB_TOKEN: 't',
    TMDB_API_URL: 'http://tmdb/3/',
    TMDB_IMAGE_URL: 'http://images/p/',
    PLEX_TV_URL: 'http://plex/',
    PLEX_APP_URL: 'http://app/',
    PLEX_DISCOVER_URL: 'http://discover/',
    PLEX_COMMUNITY_URL: 'http://community/',
    PLEX_RSS_URL: 'http://feeds/',
    CLOCK_RATE: '60.5',
  })
  expect(config).toEqual({
    discord: {
      token: 'a.b-c_d',
      apiUrl: 'http://127.0.0.1:4000/api',
      guildId: '123456789012345678',
      publicKey: 'aB'.repeat(32),
    },
    roles: ['web', 'worker'],
    database: { kind: 'postgres', url: 'postgresql://usherr:secret@db/usherr' },
    redisUrl: 'rediss://:a%40b@cache:6380/2',
    dataDir: '/var/lib/usherr',
    secretKey: KEY,
    http: { host: '::', port: 0, publicUrl: 'https://usherr.example.org', metricsToken: 'm' },
    log: { level: 'silent', format: 'json' },
    tmdb: { token: 't', apiUrl: 'http://tmdb/3', imageUrl: 'http://images/p' },
    plex: {
      tvUrl: 'http://plex',
      appUrl: 'http://app',
      discoverUrl: 'http://discover',
      communityUrl: 'http://community',
      rssUrl: 'http://feeds',
    },
    clockRate: 60.5,
  })
})

it('an empty variable counts as unset, and blanks around a value don’t count', () => {
  const config = read({ HTTP_PORT: '', LOG_LEVEL: '   ', TMDB_TOKEN: ' t\n', DISCORD_TOKEN: 'a.b\r\n' })
  expect(config.http.port).toBe(3003)
  expect(config.log.level).toBe('info')
  expect(config.tmdb.token).toBe('t')
  expect(config.discord.token).toBe('a.b')
})

it('SQLite lives in the data folder unless it is told where', () => {
  expect(read({ DATA_DIR: '/x' }).database).toEqual({ kind: 'sqlite', path: '/x/usherr.db' })
  expect(read({ DATABASE_URL: 'sqlite:/y/z.db' }).database).toEqual({ kind: 'sqlite', path: '/y/z.db' })
})

it('a web process needs no token, and one without the worker brings its Redis', () => {
  const answer = readConfig({ ROLES: 'web', REDIS_URL: 'unix:/run/redis.sock' }, false)
  expect(answer).toMatchObject({ config: { roles: ['web'], redisUrl: 'unix:/run/redis.sock' } })
})

it.each(['http://localhost:1', 'http://127.0.0.1:1/api', 'http://127.9.9.9', 'http://[::1]:1'])(
  'the clock may run faster beside a stand-in at %s',
  (DISCORD_API_URL) => {
    expect(read({ DISCORD_API_URL, CLOCK_RATE: '50' }).clockRate).toBe(50)
  },
)

it('cannot be changed', () => {
  expect(Object.isFrozen(read({}))).toBe(true)
})
