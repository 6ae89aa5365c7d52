import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, html, json } from '../../kit/answers.ts'
import { type Listener, listen } from '../../kit/listen.ts'
import type { PageHouse } from '../house.ts'
import { createTurns } from '../world/turn.ts'
import { plexTitles } from '../world/watchlists.ts'
import { act } from './act.ts'
import { deed, seat, turn } from './asked.ts'
import { avatarOf } from './avatar.ts'
import type { Bundle } from './bundle.ts'
import { DOCUMENT } from './document.ts'
import { createForms } from './forms.ts'
import { refusal, SAFE_HEADERS } from './guard.ts'
import { showLive } from './live.ts'
import { fetchPicture } from './media.ts'
import { DM, type Seat, seatOf } from './places.ts'
import { screenOf } from './screen.ts'

const MOST_BYTES = 100_000

const read = async (request: IncomingMessage): Promise<unknown> => {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > MOST_BYTES) throw new Error('This is too much')
  }
  return JSON.parse(text)
}

/** Serves the page of a house on a port of the loopback. */
export const servePage = async (house: PageHouse, files: Bundle, port = 0): Promise<Listener> => {
  const { stage } = house
  const forms = createForms()
  const turns = createTurns(house)

  const seatFor = (asked: unknown): Seat => {
    const { as, room } = seat.parse(asked)
    const found = seatOf(stage, as, room)
    if (!found) throw new Error('Nobody sits there')
    return found
  }

  /** The seat that was asked for; whoever asks for none, or for one that is gone, gets the owner's. */
  const watched = (query: URLSearchParams): Seat => {
    const as = query.get('as') ?? stage.owner.id
    const found = seatOf(stage, as, query.get('room') ?? stage.world.general.id) ?? seatOf(stage, as, DM)
    return found ?? seatFor({ as: stage.owner.id, room: DM })
  }

  const post = async (path: string, body: unknown): Promise<Answer> => {
    try {
      if (path === '/api/deed') return json(200, await act(stage, seatFor(body), forms, deed.parse(body)))
      if (path !== '/api/turn') return { status: 404 }
      await turns.turn(turn.parse(body))
      return json(200, {})
    } catch (error) {
      return json(409, { refused: error instanceof Error ? error.message : String(error) })
    }
  }

  const get = async ({ pathname, searchParams }: URL): Promise<Answer> => {
    const file = files[pathname]
    if (file) return { status: 200, ...file }
    if (pathname === '/api/titles') return json(200, plexTitles(stage))
    if (pathname === '/media') return fetchPicture(stage, searchParams.get('url'))
    const [, who] = /^\/avatar\/(\w+)$/.exec(pathname) ?? []
    if (who) return avatarOf(stage.world, who === 'bot' ? stage.world.bot.id : who)
    return pathname === '/' || /^\/message\/\d+$/.test(pathname) ? html(200, DOCUMENT) : { status: 404 }
  }

  const send = (response: ServerResponse, { status, body = '', type = 'text/plain', headers }: Answer) => {
    response.writeHead(status, { 'content-type': type, ...SAFE_HEADERS, ...headers })
    response.end(body)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusal(request, listener.port)
    if (refused !== undefined) return send(response, { status: 403, body: refused })
    const url = new URL(request.url ?? '/', 'http://page')
    if (request.method === 'POST') return send(response, await post(url.pathname, await read(request)))
    if (url.pathname === '/api/screen') {
      return showLive(
        response,
        () => screenOf(house, watched(url.searchParams), turns.state()),
        stage.discord.onChange,
      )
    }
    return send(response, await get(url))
  }

  const listener = await listen(port, (request, response) => {
    response.on('error', () => undefined)
    handle(request, response).catch(() => response.destroy())
  })
  return listener
}
