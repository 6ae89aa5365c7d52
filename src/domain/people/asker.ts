/** Somebody who waits for something: by their Discord account, else by the name that Plex knows them by. */
export type Asker = Readonly<{ discordId?: string; name?: string }>

/** Those of them whom a message can reach. */
export const reachable = <A extends Asker>(askers: readonly A[]): (A & { discordId: string })[] =>
  askers.flatMap((asker) => (asker.discordId === undefined ? [] : [{ ...asker, discordId: asker.discordId }]))
