import type { APIMessage } from 'discord-api-types/v10'
import { printMessage } from '../discord/print/print-message.ts'
import type { BuiltWorld } from '../discord/world/create-world.ts'
import type { Narrator } from './narrator.ts'

const INDENT = '    '

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `${INDENT}${line}`))
    .join('\n')

/** Tells the story on a terminal, with every message as a person would read it. */
export const printStory = (world: BuiltWorld, colour: boolean, write: (text: string) => void): Narrator => {
  const strong = (text: string) => (colour ? `\u001b[1m${text}\u001b[0m` : text)
  const faint = (text: string) => (colour ? `\u001b[2m${text}\u001b[0m` : text)
  const names = {
    user: (id: string) => world.accounts.get(id)?.user.username ?? 'somebody',
    channel: (id: string) => world.channels.get(id)?.name ?? 'a channel',
    role: (id: string) => world.guild.roles.find((role) => role.id === id)?.name ?? 'a role',
  }
  const shown = (message: APIMessage) => printMessage(message, { names, colour, now: world.clock.now() })
  let scenes = 0
  return {
    scene: (title) => {
      scenes += 1
      write(`\n\n${strong(`${scenes}. ${title}`)}\n`)
    },
    does: (who, what) => write(`\n${strong(who)} ${what}\n`),
    meanwhile: (what) => write(`\n${faint(what)}\n`),
    sees: (who, message) => {
      if (message !== undefined) write(`\n${faint(`${who} sees`)}\n\n${indented(shown(message))}\n`)
    },
  }
}
