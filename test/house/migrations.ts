import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readFiles, root, type SourceFile } from './files.ts'

const LOCK = join(root, 'test/house/migrations.lock.json')

/** The migrations, in the order in which they run. */
export const readMigrations = (): SourceFile[] => readFiles('migrations/[0-9]*.ts')

/** Their content as it was when each was frozen, by file. */
export const readFrozen = (): Record<string, string> =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(LOCK, 'utf8')))

export const hashOf = ({ source }: SourceFile): string => createHash('sha256').update(source).digest('hex')

/** What is wrong with the migrations, against what was frozen. */
export const checkFrozen = (
  migrations: readonly SourceFile[],
  frozen: Readonly<Record<string, string>>,
): string[] => {
  const freeze = 'freeze it with: node test/house/freeze-migrations.ts'
  const now = new Map(migrations.map((file) => [file.path, hashOf(file)]))
  return [
    ...[...now.keys()].filter((path) => !(path in frozen)).map((path) => `${path} is new: ${freeze}`),
    ...Object.entries(frozen)
      .filter(([path, hash]) => now.get(path) !== hash)
      .map(([path]) =>
        now.has(path)
          ? `${path} has changed, but databases out there have run it as it was: write a new one (if it has never landed, ${freeze})`
          : `${path} is gone, but databases out there have run it`,
      ),
  ]
}

/** Freezes the migrations as they are now. */
export const freeze = (): void => {
  const hashes = Object.fromEntries(readMigrations().map((file) => [file.path, hashOf(file)]))
  writeFileSync(LOCK, `${JSON.stringify(hashes, null, 2)}\n`)
}
