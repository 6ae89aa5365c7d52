import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../../../shared/', import.meta.url)

/** Whether the folder with the recordings and specifications lies beside the repository. */
export const hasShared = existsSync(folder)

/** Reads one of its JSON files. */
export const readShared = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
