import type { Breach } from '../checks-seam.ts'

/** An answer other than success, thrown by routes and written by the server as it stands. */
export class DiscordError extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(
    status: number,
    body: { message: string; code?: number },
    headers: Record<string, string> = {},
  ) {
    super(body.message)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const refusal = (status: number, code: number, message: string) => (): DiscordError =>
  new DiscordError(status, { message, code })

export const notFound = refusal(404, 0, '404: Not Found')
export const unauthorized = refusal(401, 0, '401: Unauthorized')
export const unknownChannel = refusal(404, 10_003, 'Unknown Channel')
export const unknownGuild = refusal(404, 10_004, 'Unknown Guild')
export const unknownMember = refusal(404, 10_007, 'Unknown Member')
export const unknownMessage = refusal(404, 10_008, 'Unknown Message')
export const unknownUser = refusal(404, 10_013, 'Unknown User')
export const unknownWebhook = refusal(404, 10_015, 'Unknown Webhook')
export const unknownInteraction = refusal(404, 10_062, 'Unknown interaction')
export const unknownApplication = refusal(404, 10_002, 'Unknown Application')
export const tooManyCommands = refusal(400, 30_032, 'Maximum number of application commands reached')
export const tooManyCreations = refusal(
  400,
  30_034,
  'Max number of daily application command creates has been reached (200)',
)
export const openingTooFast = refusal(403, 40_003, 'You are opening direct messages too fast')
export const tooLarge = refusal(413, 40_005, 'Request entity too large')
export const alreadyAcknowledged = refusal(400, 40_060, 'Interaction has already been acknowledged.')
export const tooManyFollowUps = refusal(
  400,
  40_094,
  'This interaction has reached the maximum number of follow up messages',
)
export const missingAccess = refusal(403, 50_001, 'Missing Access')
export const notYourMessage = refusal(403, 50_005, 'Cannot edit a message authored by another user')
export const emptyMessage = refusal(400, 50_006, 'Cannot send an empty message')
export const closedToYou = refusal(403, 50_007, 'Cannot send messages to this user')
export const missingPermissions = refusal(403, 50_013, 'Missing Permissions')
export const deadToken = refusal(401, 50_027, 'Invalid Webhook Token')
export const invalidRecipients = refusal(400, 50_033, 'Invalid Recipient(s)')
export const noSharedGuild = refusal(
  403,
  50_278,
  'Cannot send messages to this user due to having no mutual guilds',
)
export const badJson = refusal(400, 50_109, 'The request body contains invalid JSON.')

type Nested = { [key: string]: Nested | Nested[] | { code: string; message: string }[] }

const nest = (breaches: readonly Breach[]): Nested => {
  const errors: Nested = {}
  for (const { where, why } of breaches) {
    let place = errors
    for (const step of where.split('.').filter(Boolean)) {
      const next = place[step]
      if (next && !Array.isArray(next)) place = next
      else {
        const made: Nested = {}
        place[step] = made
        place = made
      }
    }
    const said = Array.isArray(place._errors) ? place._errors : []
    place._errors = [...said, { code: 'BASE_TYPE_BAD_VALUE', message: why }] as Nested[]
  }
  return errors
}

/** 400 with code 50035: what was wrong stands nested under the names of the fields. */
export class InvalidForm extends DiscordError {
  readonly breaches: readonly Breach[]

  constructor(breaches: readonly Breach[]) {
    const body = { message: 'Invalid Form Body', code: 50_035, errors: nest(breaches) }
    super(400, body)
    this.breaches = breaches
  }
}

export const invalid = (where: string, why: string): InvalidForm => new InvalidForm([{ where, why }])
