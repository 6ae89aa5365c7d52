import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../sandbox/free-port.ts'
import { type Stage, setStage } from '../../sandbox/stage.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let folder: string
let stage: Stage
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usherr-start-'))
  stage = await setStage({ dataDir: join(folder, 'first'), port: await freePort() })
})
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

/** Starts the program as it stands, without waiting until it is ready. */
const launch = async (env: Readonly<Record<string, string>>) => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      LOG_FORMAT: 'json',
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: String(await freePort()),
      DISCORD_TOKEN: stage.discord.token,
      DISCORD_API_URL: stage.discord.url,
      DATA_DIR: join(folder, 'data'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
  return { child, ended }
}

/** The sentence with which the program refuses to start. */
const refusal = async (env: Readonly<Record<string, string>>): Promise<string> => {
  const { code, said } = await (await launch(env)).ended
  const sentences = said
    .trimEnd()
    .split('\n')
    .filter((line) => !line.includes('"level":"info"'))
  expect([code, sentences]).toEqual([78, [expect.any(String)]])
  return said
}

describe('what a person got wrong is said in one line, with exit code 78', () => {
  it.each([
    ['DISCORD_TOKEN', 'Bot abc.def.ghi', 'expected a bot token and nothing around it'],
    ['DISCORD_API_URL', 'http://127.0.0.1:9/api/v10', 'without the version'],
    ['REDIS_URL', 'redis://:100%@127.0.0.1', 'special characters of the password escaped'],
    ['REDIS_URL', 'redis://127.0.0.1/first', 'a number for the database'],
  ])('%s=%s', async (name, value, sentence) => {
    const said = await refusal({ [name]: value })
    expect(said).toContain(name)
    expect(said).toContain(sentence)
  })

  it('a server that the bot is not in', async () => {
    expect(await refusal({ DISCORD_GUILD_ID: '123456789012345678' })).toMatch(
      /DISCORD_GUILD_ID: the bot is not in the server 123456789012345678. Invite it there \(https:/,
    )
  })

  it('a folder that is a file', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await refusal({ DATA_DIR: join(folder, 'file') })).toContain('DATA_DIR: ')
  })

  it('a folder in which nothing can be written', async () => {
    const dir = join(folder, 'taken')
    await mkdir(join(dir, 'lock'), { recursive: true })
    expect(await refusal({ DATA_DIR: dir })).toContain(`DATA_DIR: ${dir} cannot be written`)
  })

  it('a database that is none', async () => {
    const path = join(folder, 'letter.db')
    await writeFile(path, 'Dear reader, this is a letter. '.repeat(50))
    expect(await refusal({ DATABASE_URL: `sqlite:${path}` })).toContain('cannot be used as a database')
  })

  it('a key file that can’t be read', async () => {
    const dir = join(folder, 'keyless')
    await mkdir(join(dir, 'secret.key'), { recursive: true })
    expect(await refusal({ DATA_DIR: dir })).toContain('SECRET_KEY: ')
  })

  it('one database under two names', async () => {
    const program = await stage.start()
    try {
      const other = join(folder, 'link.db')
      await symlink(join(folder, 'first', 'usherr.db'), other)
      expect(await refusal({ DATABASE_URL: `sqlite:${other}` })).toContain(
        'Another Usherr is already running',
      )
    } finally {
      await program.stop()
    }
  })
})

it('a token with the end of its line is taken, as it comes out of a file', async () => {
  const program = await stage.start({ DISCORD_TOKEN: `${stage.discord.token}\n` })
  expect(await program.stop()).toBe(0)
})

/** Says when the program begins to hear SIGTERM, which is before most of it is loaded. */
const LISTENS = `data:text/javascript,process.on('newListener',(name)=>{if(name==='SIGTERM')process.stderr.write('listens')})`

it('a signal while the program is still loaded ends it with 0', async () => {
  const { child, ended } = await launch({ NODE_OPTIONS: `--import=${LISTENS}` })
  await new Promise((resolve) => child.stderr.once('data', resolve))
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

it.each(['/gateway/bot', 'PUT /applications'])(
  'Discord stumbles over %s while the program starts, and it tries again',
  async (call) => {
    stage.discord.rest.failNext(call, 500, 6)
    const program = await stage.start()
    expect(await program.stop()).toBe(0)
  },
)
