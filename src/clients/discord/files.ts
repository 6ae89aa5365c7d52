import type { RawFile } from '@discordjs/rest'
import type { DiscordFile } from './types.ts'

/** Files as the REST manager takes them, as a part of a request; nothing for none. */
export const rawFiles = (files: readonly DiscordFile[] | undefined): { files?: readonly RawFile[] } =>
  files === undefined || files.length === 0 ? {} : { files }
