import type { Access } from './access.ts'
import type { FeedState } from './trouble.ts'

type List = Readonly<{ relation: 'owner' | 'friend' | 'home' | null; access: Access }>
type Feed = Readonly<{ kind: 'own' | 'friends'; state: FeedState }>

/** The feed that should show what comes onto a list. */
export const feedOf = ({ relation, access }: List): Feed['kind'] | undefined => {
  if (relation === 'owner') return 'own'
  return access === 'friend' ? 'friends' : undefined
}

/** The feed that shows what comes onto a list, where there is one that can be trusted to. */
export const coveringFeed = <F extends Feed>(list: List, feeds: readonly F[]): F | undefined => {
  const kind = feedOf(list)
  return feeds.find((feed) => feed.kind === kind && feed.state === 'open')
}
