import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkImports } from './check-imports.ts'
import { readFiles, root, type SourceFile, told } from './files.ts'
import { ROOMS } from './rooms.ts'

const names = z.record(z.string(), z.string()).transform(Object.keys)
const manifest = z
  .object({ dependencies: names, devDependencies: names })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const declared = { runtime: manifest.dependencies, development: manifest.devDependencies }

const modules = readFiles('{src,migrations,sandbox,bench}/**/*.ts')

test('imports point the way the house allows', () => {
  expect(told(checkImports(modules, declared))).toEqual([])
})

test('every room is read', () => {
  const rooms = new Set(modules.map(({ path }) => path.split('/')[1]))
  expect(Object.keys(ROOMS).filter((room) => !rooms.has(room))).toEqual([])
})

const checked = (...files: [path: string, source: string][]) =>
  told(
    checkImports(
      files.map(([path, source]): SourceFile => ({ path, source })),
      declared,
    ),
  )

describe('a planted violation is seen', () => {
  test.each([
    ['src/domain/requests/decide.ts', `import { z } from 'zod'`, 'domain must not import zod'],
    ['src/domain/requests/decide.ts', `import 'node:fs'`, 'domain must not import node:fs'],
    [
      'src/domain/a.ts',
      `import type { Clock } from '../platform/clock.ts'`,
      'domain must not import platform',
    ],
    ['src/platform/a.ts', `import { x } from '../domain/a.ts'`, 'platform must not import domain'],
    ['src/db/a.ts', `import { x } from '../clients/a.ts'`, 'db must not import clients'],
    ['src/db/a.ts', `import { x } from '../actions/a.ts'`, 'db must not import actions'],
    ['src/clients/a.ts', `import type { Db } from '../db/connect.ts'`, 'clients must not import db'],
    ['src/clients/a.ts', `import { x } from '../domain/a.ts'`, 'clients may import only types from domain'],
    ['src/actions/a.ts', `import { x } from '../clients/a.ts'`, 'actions must not import clients'],
    ['src/actions/a.ts', `import { Queue } from 'bullmq'`, 'actions must not import bullmq'],
    ['src/actions/a.ts', `import type { Client } from 'discord.js'`, 'actions must not import discord.js'],
    ['src/actions/a.ts', `import fastify from 'fastify'`, 'actions must not import fastify'],
    ['src/views/a.ts', `import { x } from '../db/a.ts'`, 'views must not import db'],
    ['src/views/a.ts', `import { Client } from 'discord.js'`, 'views must not import discord.js'],
    ['src/commands/a/b.ts', `import { x } from '../../workers/a.ts'`, 'commands must not import workers'],
    [
      'src/commands/a/b.ts',
      `import { x } from '../../clients/a.ts'`,
      'commands may import only types from clients',
    ],
    [
      'src/commands/a/b.ts',
      `import type { Interaction } from 'discord.js'`,
      'commands must not import discord.js',
    ],
    ['src/commands/a/b.ts', `import { Queue } from 'bullmq'`, 'commands must not import bullmq'],
    ['src/bot/a.ts', `import { x } from '../clients/a.ts'`, 'bot must not import clients'],
    ['src/bot/a.ts', `export { x } from '../workers/a.ts'`, 'bot must not import workers'],
    ['src/bot/a.ts', `export * from '../webhooks/a.ts'`, 'bot must not import webhooks'],
    ['src/workers/a.ts', `import { x } from '../commands/a.ts'`, 'workers must not import commands'],
    ['src/workers/a.ts', `const x = await import('../bot/a.ts')`, 'workers must not import bot'],
    ['src/workers/a.ts', `type X = import('../webhooks/a.ts').X`, 'workers must not import webhooks'],
    ['src/webhooks/a.ts', `import { x } from '../clients/a.ts'`, 'webhooks must not import clients'],
    ['src/webhooks/a.ts', `import { x } from '../workers/a.ts'`, 'webhooks must not import workers'],
    ['src/workers/a.ts', `import { x } from '../start/run.ts'`, 'only main.ts may import start'],
    ['src/start/a.ts', `import '../main.ts'`, 'nothing imports main.ts'],
    ['src/start/a.ts', `import { x } from '../../sandbox/kit/a.ts'`, 'src must not import sandbox/kit/a.ts'],
    [
      'src/main.ts',
      `import { x } from '../test/support/redis.ts'`,
      'src must not import test/support/redis.ts',
    ],
    ['src/main.ts', `import { x } from '../bench/a.ts'`, 'src must not import bench/a.ts'],
    ['src/main.ts', `import ajv from 'ajv'`, 'ajv is not among the dependencies in package.json'],
    ['src/main.ts', `import x from 'left-pad'`, 'left-pad is not among the dependencies in package.json'],
    ['src/attic/a.ts', `import 'node:fs'`, 'attic is no room of the house'],
    ['src/workers/a.ts', `const x = await import(name)`, 'which module this imports cannot be told'],
    ['migrations/0002_x.ts', `import { x } from '../src/db/a.ts'`, /^a migration may import only kysely/],
    ['migrations/0002_x.ts', `import 'node:fs'`, /^a migration may import only kysely/],
    [
      'migrations/0002_x.ts',
      `import { up } from './0001_foundations.ts'`,
      /^a migration may import only kysely/,
    ],
    [
      'sandbox/plex/a.ts',
      `import type { X } from '../../src/clients/a.ts'`,
      'sandbox must not import src/clients/a.ts',
    ],
    [
      'sandbox/plex/a.ts',
      `import { x } from '../../test/support/a.ts'`,
      'sandbox must not import test/support/a.ts',
    ],
    ['sandbox/plex/a.ts', `import x from 'left-pad'`, 'left-pad is not in package.json'],
    ['sandbox/plex/a.ts', `import { x } from '../../bench/a.ts'`, 'sandbox must not import bench/a.ts'],
    ['bench/a.ts', `import { x } from '../test/support/a.ts'`, 'bench must not import test/support/a.ts'],
    [
      'bench/a.ts',
      `import { x } from '../sandbox/page/app/a.ts'`,
      'bench must not import sandbox/page/app/a.ts',
    ],
    ['bench/a.ts', `import x from 'left-pad'`, 'left-pad is not in package.json'],
    ['sandbox/page/app/a.ts', `import 'node:fs'`, 'the browser must not import node:fs'],
    ['sandbox/page/app/a.ts', `import { z } from 'zod'`, 'the browser must not import zod'],
    [
      'sandbox/page/app/a.ts',
      `import { x } from '../server/a.ts'`,
      'the browser must not import sandbox/page/server/a.ts',
    ],
    [
      'sandbox/page/app/a.ts',
      `import { x } from '../protocol.ts'`,
      'the browser must not import sandbox/page/protocol.ts',
    ],
    [
      'sandbox/page/server/a.ts',
      `import { x } from '../app/a.ts'`,
      'only the browser may import sandbox/page/app/a.ts',
    ],
  ])('%s: %s', (path, source, rule) => {
    const [found, ...more] = checked([path, `// first line\n${source}\n`])
    expect(more).toEqual([])
    expect(found).toMatch(new RegExp(`^${path}:2 `))
    const said = found?.slice(`${path}:2 `.length)
    if (typeof rule === 'string') expect(said).toBe(rule)
    else expect(said).toMatch(rule)
  })

  test('a circle, however long', () => {
    const circle = checked(
      ['src/domain/a.ts', `import { b } from './b.ts'`],
      ['src/domain/b.ts', `import { c } from './c.ts'`],
      ['src/domain/c.ts', `\nimport { a } from './a.ts'`],
    )
    expect(circle).toEqual([
      'src/domain/c.ts:2 closes a circle: src/domain/a.ts > src/domain/b.ts > src/domain/c.ts',
    ])
  })

  test('a house without modules', () => {
    expect(() => checked()).toThrow('0 modules read')
  })

  test('a module that cannot be read', () => {
    expect(() => checked(['src/domain/a.ts', 'import {'])).toThrow('src/domain/a.ts')
  })
})

describe('what is allowed passes', () => {
  test.each([
    ['src/domain/requests/decide.ts', `import { x } from '../people/actor.ts'`],
    ['src/clients/a.ts', `import type { Title } from '../domain/titles/title.ts'`],
    ['src/clients/a.ts', `import manifest from '../../package.json' with { type: 'json' }`],
    ['src/commands/a/b.ts', `import type { Probe } from '../../clients/arr/types.ts'`],
    ['src/commands/a/b.ts', `import { type Probe } from '../../clients/arr/types.ts'`],
    ['src/bot/a.ts', `import { Client } from 'discord.js'`],
    ['src/main.ts', `import { run } from './start/run.ts'`],
    ['src/start/run.ts', `import { x } from '../workers/a.ts'`],
    ['migrations/0002_x.ts', `import { columns } from './_dialect.ts'\nimport { sql } from 'kysely'`],
    ['sandbox/plex/a.ts', `import { x } from '../kit/a.ts'`],
    ['bench/a.ts', `import { x } from '../src/start/a.ts'\nimport { y } from '../sandbox/plex/a.ts'`],
    ['sandbox/page/app/shell/a.ts', `import { html } from 'lit'\nimport { x } from '../b.ts'`],
    ['sandbox/page/app/a.ts', `import type { Screen } from '../protocol.ts'`],
  ])('%s: %s', (path, source) => {
    expect(checked([path, source])).toEqual([])
  })

  test('two modules that name only each other’s types', () => {
    const files = checked(
      ['src/domain/a.ts', `import type { B } from './b.ts'`],
      ['src/domain/b.ts', `import { a } from './a.ts'`],
    )
    expect(files).toEqual([])
  })
})
