import type { Arr, Connection, Radarr, Sonarr, SonarrEvent } from '../../src/clients/arr/types.ts'
import type { History } from './history.ts'

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
  saveConnection: unused,
  removeConnection: unused,
  lookup: unused,
  title: unused,
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

/** Our webhook in an application, which leaves it alone for a while once it failed. */
export type Hook = { readonly instanceId: string; blockedAt: number; blockedUntil: number }

/** What an application says of our webhook; that it tests it ends its block. */
export const hooked = (
  hook: Hook,
  ask: <T>(operation: string, effect: () => T) => Promise<T>,
): Pick<Arr, 'listConnections' | 'testConnection'> => ({
  listConnections: () =>
    ask('list connections', (): Connection[] => [
      { id: 1, name: 'Usherr', url: `/${hook.instanceId}`, username: 'usherr', password: '', flags: [] },
    ]),
  testConnection: () =>
    ask('test the webhook', () => {
      hook.blockedUntil = 0
    }),
})

/** Reads the history; what was read counts as read once the answer is there. */
export const readable = async (
  history: History,
  since: number,
  ask: <T>(operation: string, effect: () => T) => Promise<T>,
): Promise<readonly SonarrEvent[]> => {
  const answer = await ask('history', () => history.since(since))
  history.wereRead(answer)
  return answer.map(({ isRead: _, ...event }) => event)
}
