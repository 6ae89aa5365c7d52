import type { Arr, Radarr, Sonarr } from '../../src/clients/arr/types.ts'

/** What can be chosen of each of them. */
export const OFFER = {
  profiles: [{ id: 4, name: 'HD' }],
  folders: [{ path: '/media' }],
  tags: [],
}

/** Tells the program of something by webhook. */
export type Tell = (kind: 'radarr' | 'sonarr', body: { eventType: string } & Record<string, unknown>) => void

const unused = (): never => {
  throw new Error('the simulation has no such call')
}

/** What a run has no use for. */
export const absent = {
  listConnections: unused,
  saveConnection: unused,
  removeConnection: unused,
  testConnection: unused,
  lookup: unused,
  title: unused,
  historySince: unused,
} satisfies Partial<Record<keyof Radarr | keyof Sonarr, () => never>>

/** What both say of themselves when they are asked. */
export const offered = (
  app: 'Radarr' | 'Sonarr',
  ask: <T>(operation: string, effect: () => T) => Promise<T>,
): Pick<Arr, 'status' | 'profiles' | 'folders' | 'tags'> => ({
  status: () => ask('status', () => ({ app, version: app === 'Radarr' ? '6.0.0' : '4.0.20' })),
  profiles: () => ask('profiles', () => OFFER.profiles),
  folders: () => ask('folders', () => OFFER.folders.map(({ path }) => ({ path, accessible: true }))),
  tags: () => ask('tags', () => OFFER.tags),
})
