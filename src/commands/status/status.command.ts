import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10'
import { z } from 'zod'
import { FEED_KINDS, listFeeds } from '../../db/queries/feeds.ts'
import { findDefaultInstance, listInstances } from '../../db/queries/instances.ts'
import { findPace } from '../../db/queries/paces.ts'
import { findOwnerAccount } from '../../db/queries/plex-accounts.ts'
import { countOpenRequests } from '../../db/queries/request-counts.ts'
import { findList, listLists } from '../../db/queries/watch-lists.ts'
import { countOpenWork } from '../../db/queries/work.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { standingOfList } from '../../domain/watchlists/list-standing.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import {
  type Ailing,
  memberStatusPage,
  statusPage,
  type WatchStatus,
} from '../../views/status/status-page.ts'
import { type Context, defineCommand, show } from '../define.ts'
import { adminHere, ownAccount, readingNow } from '../watchlists/whose.ts'

/** What Plex's services are called where their pace is kept. */
const PLEX = 'plex'

const pausedUntil = async ({ deps }: Context): Promise<{ pausedUntil?: number }> => {
  const until = (await findPace(deps.db, PLEX))?.pausedUntil ?? 0
  return until > deps.clock.now() ? { pausedUntil: until } : {}
}

const ownerOf = async ({ deps, home }: Context): Promise<WatchStatus['owner']> => {
  const owner = await findOwnerAccount(deps.db, home)
  if (isSignedIn(owner)) return 'signed-in'
  return owner?.tokenRefusedAt == null ? 'none' : 'refused'
}

const watchStatus = async (ctx: Context): Promise<WatchStatus> => {
  const reading = await readingNow(ctx)
  const lists = await listLists(ctx.deps.db)
  const standings = lists.map((list) => standingOfList(list, reading))
  const problems = standings.flatMap(({ problem }) => problem ?? [])
  const doubts = standings.flatMap(({ doubt }) => doubt ?? [])
  const feeds = await listFeeds(ctx.deps.db)
  const passedAt = Math.max(0, ...lists.map(({ lastPassAt }) => lastPassAt ?? 0))
  return {
    owner: await ownerOf(ctx),
    feeds: FEED_KINDS.map(
      (kind) => feeds.find((feed) => feed.kind === kind) ?? { kind, state: 'unknown', since: 0 },
    ),
    ...(await pausedUntil(ctx)),
    read: lists.length - problems.length,
    unread: [...Map.groupBy(problems, (one) => one)].map(([problem, { length: count }]) => ({
      problem,
      count,
    })),
    doubted: [...Map.groupBy(doubts, (one) => one)].map(([doubt, { length: count }]) => ({ doubt, count })),
    ...(passedAt === 0 ? {} : { passedAt }),
  }
}

const waitingNow = async ({ deps }: Context) => {
  const counts = await countOpenRequests(deps.db)
  const stuck = counts.filter(({ isTroubled }) => isTroubled).reduce((sum, { count }) => sum + count, 0)
  return [
    ...counts.filter(({ isTroubled }) => !isTroubled),
    ...(stuck === 0 ? [] : [{ state: 'stuck' as const, count: stuck }]),
  ]
}

const forAdmins = async (ctx: Context): Promise<MessageBody> => {
  const { deps, say } = ctx
  const instances = await listInstances(deps.db)
  return statusPage(
    {
      watch: await watchStatus(ctx),
      instances: instances.map(({ hook, ...instance }) => ({ ...instance, webhook: hook })),
      waiting: await waitingNow(ctx),
      openWork: await countOpenWork(deps.db, deps.clock.now()),
      program: deps.program,
    },
    say,
  )
}

const ailingNow = async (ctx: Context): Promise<Ailing[]> => {
  const { deps, home } = ctx
  const [radarr, sonarr] = [
    await findDefaultInstance(deps.db, 'radarr'),
    await findDefaultInstance(deps.db, 'sonarr'),
  ]
  return [
    ...(radarr?.health.state === 'trouble' ? (['films'] as const) : []),
    ...(sonarr?.health.state === 'trouble' ? (['shows'] as const) : []),
    ...(home?.plexOwner !== undefined && (await ownerOf(ctx)) !== 'signed-in' ? (['lists'] as const) : []),
  ]
}

const forMembers = async (ctx: Context): Promise<MessageBody> => {
  const own = await ownAccount(ctx)
  const list = own && (await findList(ctx.deps.db, own.plexId))
  return memberStatusPage(
    {
      ailing: await ailingNow(ctx),
      ...(await pausedUntil(ctx)),
      ...(list === undefined ? {} : { mine: standingOfList(list, await readingNow(ctx)) }),
    },
    ctx.say,
  )
}

/** `/status`: whether all is well; admins see what is done how, and what waits for what. */
export const statusCommand = defineCommand({
  data: {
    name: 'status',
    description: 'See whether all is well',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  ack: 'show',
  allow: 'member',
  input: z.object({}),
  run: async (ctx) => show(await (adminHere(ctx) ? forAdmins : forMembers)(ctx)),
})
