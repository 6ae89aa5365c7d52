import { randomBytes } from 'node:crypto'
import type { InteractionType } from 'discord-api-types/v10'
import type { Service } from '../service.ts'
import { createSnowflakes } from '../world/snowflakes.ts'
import { type Account, announce, type StoredMessage, type World } from '../world/world.ts'
import { envelope, type Place } from './envelope.ts'
import type { FirstAnswer, Interaction } from './interaction.ts'

/** Ids of interactions tell the real time whatever the world's clock says, because their deadline is a real one. */
const newInteractionId = createSnowflakes(Date.now)

const TOKEN_LIVES = 15 * 60_000

/** Forgets dead interactions, the oldest first; an unknown token and a dead one are answered alike. */
const forgetOld = ({ interactions, clock }: World): void => {
  for (const [token, { bornAt }] of interactions) {
    if (bornAt > clock.now() - TOKEN_LIVES) return
    interactions.delete(token)
  }
}

export type Deed = {
  kind: InteractionType
  place: Place
  account: Account
  owners: Record<string, string>
  data: unknown
  command?: Interaction['command']
  source?: StoredMessage | null
}

type Body = Record<string, unknown>

/** Tells the bot what somebody did. `forge` may change the body before it is sent. */
export const send = (
  service: Service,
  { kind, place, account, owners, data, command = null, source = null }: Deed,
  forge: (body: Body) => Body = (body) => body,
): Interaction => {
  const { world } = service
  const startedAt = performance.now()
  const interaction: Interaction = {
    id: newInteractionId(),
    token: randomBytes(96).toString('base64url'),
    kind,
    user: account.user,
    guild: place.guild,
    channel: place.channel,
    owners,
    command,
    source,
    bornAt: world.clock.now(),
    age: () => performance.now() - startedAt,
    first: null,
    answered: Promise.withResolvers<FirstAnswer>(),
    original: null,
    followUps: [],
    touched: 0,
  }
  forgetOld(world)
  world.interactions.set(interaction.token, interaction)
  const body = forge({
    ...envelope(service, place, account),
    id: interaction.id,
    token: interaction.token,
    type: kind,
    data,
    authorizing_integration_owners: owners,
    ...(source ? { message: source.body } : {}),
  })
  announce(world, { event: 'INTERACTION_CREATE', data: body })
  return interaction
}
