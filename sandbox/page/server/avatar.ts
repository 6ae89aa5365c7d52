import type { World } from '../../discord/world/world.ts'
import type { Answer } from '../../kit/answers.ts'

const COLOURS = ['#5865f2', '#757e8a', '#3ba55c', '#e8912d', '#ed4245', '#eb459f', '#1f8b9d', '#8e5fd0']

const svg = (colour: string, drawing: string): Answer => ({
  status: 200,
  type: 'image/svg+xml',
  headers: { 'cache-control': 'max-age=3600' },
  body:
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/>` +
    `${drawing}</svg>`,
})

/** An admission ticket, torn at its edge. */
const TICKET =
  '<g transform="rotate(-12 20 20)"><path fill="#fff" d="M8 14.5A1.5 1.5 0 0 1 9.5 13h21a1.5 1.5 0 0 1 1.5 1.5v3' +
  'a2.5 2.5 0 0 0 0 5v3a1.5 1.5 0 0 1-1.5 1.5h-21A1.5 1.5 0 0 1 8 25.5v-3a2.5 2.5 0 0 0 0-5z"/>' +
  '<path stroke="#4752c4" stroke-width="1.6" stroke-dasharray="2 1.8" d="M25 13.5v13"/>' +
  '<path fill="#4752c4" d="M14 16.4v7.2l6-3.6z"/></g>'

const letter = (name: string): string => (/^\p{L}/u.exec(name)?.[0] ?? '?').toUpperCase()

/** The picture of somebody: their letter on a colour, the bot's ticket. */
export const avatarOf = (world: World, id: string): Answer => {
  const account = world.accounts.get(id)
  if (!account) return { status: 404 }
  if (account.user.bot) return svg('#5865f2', TICKET)
  const colour = COLOURS[[...world.accounts.keys()].indexOf(id) % COLOURS.length] ?? '#5865f2'
  return svg(
    colour,
    '<text x="20" y="27" text-anchor="middle" font-family="system-ui, sans-serif" font-size="19" ' +
      `font-weight="600" fill="#fff">${letter(account.user.username)}</text>`,
  )
}
