import { updateHome } from '../../db/queries/home.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** A choice of the set-up panel; null empties it. */
export type HomeChoice = Readonly<
  { adminChannel: string | null } | { requestChannel: string | null } | { approverRole: string | null }
>

/** What was known of another channel says nothing about this one. */
const untried = (choice: HomeChoice) => {
  if ('adminChannel' in choice) return { adminTrouble: null }
  return 'requestChannel' in choice ? { requestTrouble: null } : {}
}

/** Sets a channel or role of the home. */
export const chooseHome = defineAction<HomeChoice, void>({
  name: 'home.choose',
  allow: 'admin',
  run: async (scope, choice) => {
    const { home, tx, now } = scope
    if (home === undefined) return refused({ code: 'not-set-up' })
    const { adminChannel, requestChannel, approverRole } = home
    await updateHome(tx, { ...choice, ...untried(choice) }, now)
    await scope.record({
      subject: home.guildId,
      events: ['home.chosen'],
      before: { adminChannel, requestChannel, approverRole },
      after: choice,
    })
    return done(undefined)
  },
})

/** Names which of the owner's Plex servers is the home's. */
export const choosePlexServer = defineAction<{ machineId: string }, void>({
  name: 'home.choose-plex-server',
  allow: 'admin',
  run: async (scope, { machineId }) => {
    const { home, tx, now } = scope
    const server = home?.plexServers.find((offered) => offered.machineId === machineId)
    if (home === undefined || server === undefined) return refused({ code: 'choice-gone' })
    await updateHome(tx, { plexServer: machineId }, now)
    await scope.record({
      subject: home.guildId,
      before: { plexServer: home.plexServer?.machineId },
      after: { plexServer: machineId },
    })
    return done(undefined)
  },
})
