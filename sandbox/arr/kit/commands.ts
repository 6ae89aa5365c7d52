import { created, failure, nothing, ok, problem } from './answers.ts'
import type { App } from './app.ts'
import { readBody } from './body.ts'
import { apiSpan, apiTime, type Json } from './json.ts'
import type { Route } from './router.ts'
import { nextId } from './state.ts'
import { notEmpty, refuseIfAny } from './validation.ts'

type Trigger = 'unspecified' | 'manual' | 'scheduled'

/** One entry of the application's own queue of work. */
export type Command = {
  id: number
  name: string
  body: Json
  trigger: Trigger
  status: 'queued' | 'started' | 'completed' | 'failed'
  queued: number
  started?: number
  ended?: number
  exception?: string
}

/** What one kind of command does. `invoked`: a person or another program asked for it, which overrides monitoring. */
export type Deed = (body: Json, invoked: boolean) => Promise<void>

/** How long a command waits for a thread, in the stand-in's world. */
const WAIT = 20

const spaced = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')

const show = (command: Command) => {
  const { id, name, status, queued, started, ended, trigger, exception } = command
  return {
    name,
    commandName: spaced(name),
    message: ended ? 'Completed' : undefined,
    body: {
      sendUpdatesToClient: true,
      updateScheduledTask: true,
      completionMessage: 'Completed',
      requiresDiskAccess: false,
      isExclusive: false,
      isLongRunning: false,
      name,
      trigger,
      suppressMessages: false,
    },
    priority: 'normal',
    status,
    result: ended ? (status === 'completed' ? 'successful' : 'unsuccessful') : 'unknown',
    queued: apiTime(queued),
    started: started && apiTime(started),
    ended: ended && apiTime(ended),
    duration: started && ended && apiSpan(ended - started),
    exception,
    trigger,
    stateChangeTime: apiTime(ended ?? started ?? queued),
    sendUpdatesToClient: true,
    updateScheduledTask: true,
    id,
  }
}

/** The application's queue of work: `push` for itself, routes for others. */
export const createCommands = (app: App, deeds: Record<string, Deed>) => {
  const { state, clock } = app
  const known = new Map(Object.entries(deeds).map(([name, deed]) => [name.toLowerCase(), { name, deed }]))

  const run = async (command: Command, deed: Deed) => {
    await app.sleep(WAIT)
    Object.assign(command, { status: 'started', started: clock.now() })
    try {
      await deed(command.body, command.trigger === 'manual')
      command.status = 'completed'
    } catch (thrown) {
      Object.assign(command, { status: 'failed', exception: String(thrown) })
    }
    command.ended = clock.now()
  }

  /** Puts work in the queue; the same work twice, while the first still waits or runs, is one entry. */
  const push = (sentName: string, body: Json, trigger: Trigger): Command => {
    const found = known.get(sentName.toLowerCase())
    if (!found)
      throw failure(500, 'Sequence contains no matching element', 'System.InvalidOperationException')
    const { name, deed } = found
    const twin = state.commands.find(
      (one) => one.name === name && !one.ended && JSON.stringify(one.body) === JSON.stringify(body),
    )
    if (twin) return twin
    const command: Command = {
      id: nextId(state, 'commands'),
      name,
      body,
      trigger,
      status: 'queued',
      queued: clock.now(),
    }
    state.commands.push(command)
    app.background(() => run(command, deed))
    return command
  }

  const routes: Route[] = [
    { method: 'GET', path: 'command', handle: () => ok(state.commands.map(show)) },
    {
      method: 'POST',
      path: 'command',
      handle: ({ body }) => {
        const { name } = readBody(body, { name: 'string' })
        refuseIfAny(notEmpty('Name', name))
        const { name: _, ...rest } = body as Json
        return created(show(push(String(name), rest, 'manual')))
      },
    },
    {
      method: 'GET',
      path: 'command/{id}',
      handle: ({ ids }) => {
        const command = state.commands.find(({ id }) => id === ids[0])
        if (!command) throw problem(404)
        return ok(show(command))
      },
    },
    {
      method: 'DELETE',
      path: 'command/{id}',
      handle: ({ ids }) => {
        const command = state.commands.find(({ id }) => id === ids[0])
        if (command?.status !== 'queued') throw failure(409, 'Command cannot be cancelled')
        state.commands = state.commands.filter((one) => one !== command)
        return nothing
      },
    },
  ]

  return { push, routes }
}
