import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'

const sentences = (env: Record<string, string>): readonly string[] => {
  const answer = readConfig({ DISCORD_TOKEN: 'a.b', ...env }, false)
  return 'bad' in answer ? answer.bad.map(({ sentence }) => sentence) : []
}

describe('a bad value', () => {
  it.each([
    ['DISCORD_TOKEN', 'Bot abc'],
    ['DISCORD_TOKEN', '"a.b"'],
    ['DISCORD_API_URL', 'discord.com/api'],
    ['DISCORD_API_URL', 'ftp://discord.com/api'],
    ['DISCORD_API_URL', 'https://discord.com/api/v10'],
    ['DISCORD_API_URL', 'https://discord.com/api/v10/'],
    ['DISCORD_GUILD_ID', 'home'],
    ['DISCORD_GUILD_ID', '1234567890123456'],
    ['DISCORD_PUBLIC_KEY', 'abc'],
    ['ROLES', 'bot,cook'],
    ['ROLES', 'bot,'],
    ['ROLES', ','],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'sqlite:'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://'],
    ['REDIS_URL', 'redis://cache/first'],
    ['REDIS_URL', 'redis://:50%@cache'],
    ['SECRET_KEY', 'c2hvcnQ='],
    ['SECRET_KEY', 'ab'.repeat(32)],
    ['HTTP_PORT', '65536'],
    ['HTTP_PORT', '-1'],
    ['HTTP_PORT', '80.5'],
    ['HTTP_PORT', 'http'],
    ['PUBLIC_URL', 'usherr.example.org'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_FORMAT', 'xml'],
    ['TZ', 'Europe/Atlantis'],
    ['TMDB_API_URL', 'x'],
    ['TMDB_IMAGE_URL', 'x'],
    ['TMDB_EXPORT_URL', 'x'],
    ['TVDB_API_URL', 'x'],
    ['PLEX_TV_URL', 'x'],
    ['PLEX_APP_URL', 'x'],
    ['PLEX_DISCOVER_URL', 'x'],
    ['PLEX_COMMUNITY_URL', 'x'],
    ['PLEX_RSS_URL', 'x'],
    ['CLOCK_RATE', '0'],
    ['CLOCK_RATE', '-2'],
    ['CLOCK_RATE', 'fast'],
  ])('of %s (%s) is told in one line that names it', (name, value) => {
    const told = sentences({ [name]: value })
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(new RegExp(`^${name}: found .+, expected .+\\.$`))
  })

  it('is shown, but not all of a long one, and on one line whatever it holds', () => {
    expect(sentences({ HTTP_PORT: ' 80a ' })).toEqual([
      'HTTP_PORT: found "80a", expected a whole number from 0 to 65535.',
    ])
    expect(sentences({ LOG_LEVEL: 'x\nERROR: forged\u001b[2J' })[0]).toMatch(
      /^LOG_LEVEL: found "x\\nERROR: forged\\u001b\[2J", expected [^\n]+$/,
    )
    expect(sentences({ LOG_LEVEL: 'y'.repeat(5_000) })[0]?.length).toBeLessThan(200)
  })

  it.each([
    ['DISCORD_TOKEN', 'Bot canary'],
    ['SECRET_KEY', 'canary'],
    ['DATABASE_URL', 'mysql://usherr:canary@db'],
    ['REDIS_URL', 'redis://:canary%@cache'],
  ])('of %s is not shown, for it may be secret', (name, value) => {
    const told = sentences({ [name]: value }).join()
    expect(told).not.toContain('canary')
    expect(told).toContain(`a value of ${value.length} characters (hidden)`)
  })

  it('does not hide another', () => {
    const told = sentences({ HTTP_PORT: 'x', LOG_LEVEL: 'y', TZ: 'z' })
    expect(told.map((sentence) => sentence.split(':')[0])).toEqual(['HTTP_PORT', 'LOG_LEVEL', 'TZ'])
  })
})

describe('values that don’t go together', () => {
  it.each(['bot', 'worker', 'bot,worker,web'])('a process with the roles %s needs a token', (ROLES) => {
    const answer = readConfig({ ROLES, REDIS_URL: 'redis://cache' }, false)
    const told = 'bad' in answer ? answer.bad : []
    expect(told.map(({ name }) => name)).toEqual(['DISCORD_TOKEN'])
    expect(told[0]?.sentence).toMatch(/https:\/\/discord\.com\/developers.*npm run sandbox/)
  })

  it.each(['bot', 'web', 'bot,web'])('a process with the roles %s needs a Redis', (ROLES) => {
    expect(sentences({ ROLES })).toEqual([expect.stringMatching(/^REDIS_URL: found nothing, expected /)])
  })

  it('time runs as it does where Discord is the real one', () => {
    for (const DISCORD_API_URL of ['https://discord.com/api', 'http://127.0.0.1.example.org']) {
      expect(sentences({ CLOCK_RATE: '2', DISCORD_API_URL })).toEqual([
        'CLOCK_RATE: found "2", expected 1, because DISCORD_API_URL is not a loopback address.',
      ])
    }
  })
})

it('the program ends with 78 and a line for each bad value', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, HTTP_PORT: 'x', LOG_LEVEL: 'a\nb', DISCORD_TOKEN: 'can ary' },
    encoding: 'utf8',
  })
  expect(status).toBe(78)
  expect(stdout).toBe('')
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^DISCORD_TOKEN: found a value of 7 characters \(hidden\)/),
    expect.stringMatching(/^HTTP_PORT: found "x"/),
    expect.stringMatching(/^LOG_LEVEL: found "a\\nb"/),
  ])
})
