import { html } from '../../kit/answers.ts'
import type { Request, Route } from '../../kit/router.ts'
import { nextId } from '../world/create-world.ts'
import { strongCode, weakCode } from '../world/secrets.ts'
import type { Pin, World } from '../world/types.ts'
import { clientOf, said } from './caller.ts'
import { data, Refusal, type Reply, refusal } from './reply.ts'
import { isoSeconds } from './times.ts'

/** How long a sign-in waits: 900 seconds in the recordings and by default in the specification. */
const LIFETIME = 900_000

/** The real limit is nowhere written; this one lets a program ask once a second, and no faster for long. */
const WINDOW = 5_000
const POLLS_IN_WINDOW = 8

const LOCATION = {
  code: 'NL',
  european_union_member: true,
  continent_code: 'EU',
  country: 'The Netherlands',
  city: 'Utrecht',
  time_zone: 'Europe/Amsterdam',
  postal_code: '3511',
  in_privacy_restricted_country: true,
  in_privacy_restricted_region: true,
  subdivisions: 'Utrecht',
  coordinates: '52.0907, 5.1214',
}

const resource = (world: World, pin: Pin) => ({
  id: pin.id,
  code: pin.code,
  product: pin.product,
  trusted: false,
  qr: `https://plex.tv/api/v2/pins/qr/${pin.code}`,
  clientIdentifier: pin.clientIdentifier,
  location: LOCATION,
  expiresIn: Math.max(0, Math.ceil((pin.expiresAt - world.now()) / 1000)),
  createdAt: isoSeconds(pin.createdAt),
  expiresAt: isoSeconds(pin.expiresAt),
  authToken: pin.token,
  newRegistration: pin.token === null ? null : false,
})

const create = (world: World, request: Request): Reply => {
  const clientIdentifier = clientOf(request)
  const product = said(request, 'X-Plex-Product')
  if (product === undefined) throw refusal(400, 1000, 'X-Plex-Product is missing')
  const strong = ['true', '1'].includes(said(request, 'strong') ?? '')
  const now = world.now()
  const pin: Pin = {
    id: nextId(world, 'pin'),
    code: strong ? strongCode() : weakCode(),
    clientIdentifier,
    product,
    createdAt: now,
    expiresAt: now + LIFETIME,
    token: null,
    denied: false,
    polls: [],
  }
  world.pins.push(pin)
  return data('pin', resource(world, pin), 201)
}

/** This refusal alone carries no status beside its code. */
const gone = () =>
  new Refusal(data('errors', { errors: [{ code: 1020, message: 'Code not found or expired' }] }, 404))

const limit = (world: World, pin: Pin) => {
  const now = world.now()
  pin.polls = [...pin.polls.filter((at) => at > now - WINDOW), now]
  if (pin.polls.length > POLLS_IN_WINDOW)
    throw new Refusal(html(429, '<h1>429 Too Many Requests</h1>\n', { 'retry-after': String(WINDOW / 1000) }))
}

const read = (world: World, request: Request): Reply => {
  const client = clientOf(request)
  const code = request.query.get('code')
  const pin = world.pins.find(({ id }) => String(id) === request.params.id)
  if (!pin || pin.clientIdentifier !== client) throw gone()
  limit(world, pin)
  if (pin.expiresAt <= world.now() || (code !== null && code !== pin.code)) throw gone()
  return data('pin', resource(world, pin))
}

/** Sign-in by a code that the person carries to Plex's own page. */
export const pinRoutes = (world: World): Route<Reply>[] => [
  { method: 'POST', path: '/api/v2/pins', handle: (request) => create(world, request) },
  { method: 'GET', path: '/api/v2/pins/{id}', handle: (request) => read(world, request) },
]
