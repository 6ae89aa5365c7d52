import { execFileSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @param {string} file */
const executable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The first program of these names in the folders of PATH.
 * @param {readonly string[]} names
 * @param {string | undefined} path
 */
export const findProgram = (names, path = process.env.PATH) => {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(executable)
    if (found) return found
  }
  return undefined
}

/** redis-server, or Valkey's, which speaks the same. */
export const findRedis = (path = process.env.PATH) => findProgram(['redis-server', 'valkey-server'], path)

/** A browser of Chromium's family. */
export const findChromium = (path = process.env.PATH) =>
  findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], path)

/** The folder that holds initdb and postgres: Debian keeps them off PATH, one folder a version. */
export const findPostgres = (path = process.env.PATH, versions = '/usr/lib/postgresql') => {
  const candidates = [...(path ?? '').split(delimiter), ...debianFolders(versions), ...configured(path)]
  return candidates.find(
    (folder) => folder !== '' && ['initdb', 'postgres'].every((name) => executable(join(folder, name))),
  )
}

/** @param {string} versions */
const debianFolders = (versions) => {
  try {
    return readdirSync(versions)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(versions, version, 'bin'))
  } catch {
    return []
  }
}

/** @param {string | undefined} path */
const configured = (path) => {
  const program = findProgram(['pg_config'], path)
  if (!program) return []
  try {
    return [execFileSync(program, ['--bindir'], { encoding: 'utf8' }).trim()]
  } catch {
    return []
  }
}
