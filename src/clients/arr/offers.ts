import { z } from 'zod'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import type { ArrStatus, Folder, Profile, Tag } from './types.ts'

const status = z.object({ appName: z.string(), version: z.string() })
const profiles = z.array(z.object({ id: z.number(), name: z.string().nullish() }))
const folders = z.array(
  z.object({ path: z.string(), accessible: z.boolean().nullish(), freeSpace: z.number().nullish() }),
)
const tags = z.array(z.object({ id: z.number(), label: z.string() }))

/** Which application answers, and its version. */
export const readStatus = async (kit: ArrKit, options?: CallOptions): Promise<ArrStatus> => {
  const { appName, version } = await kit.ask('read the status', 'system/status', status, options)
  return { app: appName, version }
}

export const readProfiles = async (kit: ArrKit, options?: CallOptions): Promise<readonly Profile[]> => {
  const found = await kit.ask('list the quality profiles', 'qualityprofile', profiles, options)
  return found.map(({ id, name }) => ({ id, name: name ?? String(id) }))
}

export const readFolders = async (kit: ArrKit, options?: CallOptions): Promise<readonly Folder[]> => {
  const found = await kit.ask('list the root folders', 'rootfolder', folders, options)
  return found.map(({ path, accessible, freeSpace }) => ({
    path,
    accessible: accessible ?? true,
    ...(freeSpace == null ? {} : { freeBytes: freeSpace }),
  }))
}

export const readTags = async (kit: ArrKit, options?: CallOptions): Promise<readonly Tag[]> =>
  kit.ask('list the tags', 'tag', tags, options)
