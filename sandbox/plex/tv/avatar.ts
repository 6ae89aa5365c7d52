import type { Account } from '../world/types.ts'
import { unixSeconds } from './times.ts'

/** The address of somebody's picture. */
export const avatarOf = ({ uuid, joinedAt }: Account): string =>
  `https://plex.tv/users/${uuid}/avatar?c=${unixSeconds(joinedAt)}`
