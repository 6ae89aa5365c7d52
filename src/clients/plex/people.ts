import { z } from 'zod'
import type { PlexPerson } from './types.ts'

const person = z.object({
  id: z.number(),
  uuid: z.string(),
  username: z.string().nullish(),
  title: z.string().nullish(),
  restricted: z.boolean().nullish(),
  home: z.boolean().nullish(),
})

const share = z.object({
  machineIdentifier: z.string().nullish(),
  owned: z.boolean().nullish(),
  accepted: z.boolean().nullish(),
  deletedAt: z.string().nullish(),
  leftAt: z.string().nullish(),
})

export const friends = z.array(person.extend({ sharedServers: z.array(share).nullish() }))
export const home = z.object({ users: z.array(person).nullish() })

type Share = z.infer<typeof share>

/** A share that was offered, taken back or left is no way in. */
const isOpen = ({ owned, accepted, deletedAt, leftAt }: Share): boolean =>
  owned !== false && accepted !== false && !deletedAt && !leftAt

const serversOf = (shares: readonly Share[]): readonly string[] => [
  ...new Set(shares.filter(isOpen).flatMap(({ machineIdentifier }) => machineIdentifier ?? [])),
]

const personOf = (one: z.infer<typeof person>, servers: readonly string[]): PlexPerson => {
  const username = one.username || one.title || String(one.id)
  return {
    id: String(one.id),
    uuid: one.uuid,
    username,
    title: one.title || username,
    restricted: one.restricted ?? false,
    home: one.home ?? false,
    servers,
  }
}

/** Friends and people of the Home, once each: most of the Home are told of as friends too, with what is shared. */
export const mergePeople = (
  known: z.infer<typeof friends>,
  members: z.infer<typeof home>,
): readonly PlexPerson[] => {
  const people = new Map<string, PlexPerson>()
  for (const one of known) {
    const before = people.get(one.uuid)?.servers ?? []
    people.set(one.uuid, personOf(one, [...new Set([...before, ...serversOf(one.sharedServers ?? [])])]))
  }
  for (const one of members.users ?? []) {
    people.set(one.uuid, { ...(people.get(one.uuid) ?? personOf(one, [])), home: true })
  }
  return [...people.values()]
}
