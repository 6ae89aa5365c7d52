import { insertSignin, type Signin, supersedeSignins } from '../../db/queries/signins.ts'
import { done, refused } from '../../domain/refusals.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Sealed } from '../../platform/crypto.ts'
import { defineAction, memberOf, personOf, type Scope } from '../define.ts'

/** A pin that plex.tv gave us, with its secrets sealed for (signins, id, …). */
export type StartedPin = Readonly<{
  id: string
  pinId: string
  pinCode: Sealed
  answerToken: Sealed
  expiresAt: Instant
}>

const start = async (scope: Scope, purpose: Signin['purpose'], pin: StartedPin): Promise<void> => {
  const { tx, now } = scope
  const { discordId, locale } = memberOf(scope.actor)
  await personOf(scope)
  await supersedeSignins(tx, discordId, purpose)
  await insertSignin(tx, {
    ...pin,
    purpose,
    discordId,
    locale,
    state: 'waiting',
    refusal: null,
    version: 1,
    createdAt: now,
  })
  await scope.record({ subject: pin.id, events: ['signin.started'], after: { purpose, discordId } })
}

/** The owner begins to sign in to Plex, from the set-up panel. */
export const startOwnerSignin = defineAction<StartedPin, void>({
  name: 'signin.start-owner',
  allow: 'admin',
  run: async (scope, pin) => {
    await start(scope, 'owner', pin)
    return done(undefined)
  },
})

/** A member begins to link their Plex account; there has to be a server to check their access to. */
export const startLink = defineAction<StartedPin, void>({
  name: 'signin.start-link',
  allow: 'member',
  run: async (scope, pin) => {
    if (scope.home?.plexServer === undefined) return refused({ code: 'no-plex-server' })
    await start(scope, 'member', pin)
    return done(undefined)
  },
})
