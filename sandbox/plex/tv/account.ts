import type { Request, Route } from '../../kit/router.ts'
import { revoke } from '../world/sign-in.ts'
import type { Account, World } from '../world/types.ts'
import { avatarOf } from './avatar.ts'
import { callerOf } from './caller.ts'
import { homeOf } from './home.ts'
import { data, noContent, type Reply } from './reply.ts'
import { isoSeconds, unixSeconds } from './times.ts'

const subscriptionOf = ({ plexPass, joinedAt }: Account) => ({
  active: plexPass,
  subscribedAt: plexPass ? isoSeconds(joinedAt) : null,
  status: plexPass ? 'Active' : 'Inactive',
  paymentService: plexPass ? 'braintree' : null,
  plan: plexPass ? 'lifetime' : null,
  features: plexPass
    ? ['webhooks', 'home', 'pass', 'dvr', 'trailers', 'content_filter', 'sync', 'watchlist', 'lets_encrypt']
    : ['home', 'adaptive_bitrate', 'collections', 'federated-auth', 'lets_encrypt', 'vod'],
})

const PROFILE = {
  autoSelectAudio: true,
  defaultAudioAccessibility: 0,
  defaultAudioLanguage: 'en',
  defaultAudioLanguages: null,
  defaultSubtitleLanguage: 'en',
  defaultSubtitleLanguages: null,
  autoSelectSubtitle: 1,
  defaultSubtitleAccessibility: 0,
  defaultSubtitleForced: 0,
  watchedIndicator: 1,
  mediaReviewsVisibility: 0,
  mediaReviewsLanguages: null,
}

const PASS = {
  id: null,
  mode: 'lifetime',
  renewsAt: null,
  endsAt: null,
  type: 'plexpass',
  transfer: null,
  state: 'active',
}

const SERVICES = [
  {
    identifier: 'metadata',
    endpoint: 'https://metadata.provider.plex.tv',
    token: 'metadata-token',
    status: 'online',
  },
  { identifier: 'metadata-provider', endpoint: 'https://mpm.plex.tv/', status: 'online' },
]

const DAY = 24 * 60 * 60_000

const read = (world: World, request: Request): Reply => {
  const { account, token } = callerOf(world, request)
  const home = homeOf(world, account)
  return data('user', {
    id: account.id,
    uuid: account.uuid,
    username: account.username,
    title: account.title,
    email: account.email,
    friendlyName: '',
    locale: null,
    confirmed: true,
    emailOnlyAuth: false,
    hasPassword: true,
    protected: false,
    thumb: avatarOf(account),
    authToken: token,
    mailingListStatus: 'unsubscribed',
    mailingListActive: false,
    scrobbleTypes: '',
    country: 'NL',
    subscription: subscriptionOf(account),
    subscriptionDescription: account.plexPass ? 'Lifetime Plex Pass' : null,
    restricted: false,
    anonymous: null,
    home: account.homeAdmin !== undefined,
    guest: false,
    homeSize: home.length,
    homeAdmin: account.homeAdmin === account.id,
    maxHomeSize: 15,
    rememberExpiresAt: unixSeconds(world.now() + 14 * DAY),
    profile: PROFILE,
    entitlements: account.plexPass ? ['ios', 'all', 'roku', 'android', 'xbox_one', 'windows'] : [],
    ...(account.plexPass && { roles: ['plexpass'] }),
    subscriptions: account.plexPass ? [PASS] : [],
    pastSubscriptions: [],
    trials: [],
    services: SERVICES,
    adsConsent: null,
    adsConsentSetAt: null,
    adsConsentReminderAt: null,
    experimentalFeatures: false,
    twoFactorEnabled: false,
    backupCodesCreated: false,
    attributionPartner: null,
    joinedAt: unixSeconds(account.joinedAt),
  })
}

const ping = (world: World, request: Request): Reply => {
  callerOf(world, request)
  return data('pong', { pong: true })
}

const signOut = (world: World, request: Request): Reply => {
  revoke(world, callerOf(world, request).token)
  return noContent
}

/** Who a token belongs to, keeping it alive, and giving it back. */
export const accountRoutes = (world: World): Route<Reply>[] => [
  { method: 'GET', path: '/api/v2/user', handle: (request) => read(world, request) },
  { method: 'GET', path: '/api/v2/ping', handle: (request) => ping(world, request) },
  { method: 'DELETE', path: '/api/v2/users/signout', handle: (request) => signOut(world, request) },
]
