import { type Answer, json } from '../../kit/answers.ts'
import type { Call } from '../../kit/calls.ts'
import type { Serve } from '../../kit/stand-in.ts'
import { etagOf } from '../etag.ts'
import { holderOf } from '../tv/caller.ts'
import { NOT_FOUND, Refusal, render } from '../tv/reply.ts'
import type { Account, World } from '../world/types.ts'
import { type Field, parseQuery } from './parse-query.ts'
import { resolve } from './resolve.ts'
import { schemaFor } from './schema.ts'

/** How many nodes one call may touch. */
const MOST_NODES = 500

const failed = (code: string, message: string, status = 200): Answer =>
  json(status, { data: null, errors: [{ message, extensions: { code } }] })

/** How many nodes all pages of a query ask for together. */
const nodesIn = (fields: readonly Field[]): number =>
  fields.reduce((sum, { args, fields: inner }) => sum + (Number(args.first) || 0) + nodesIn(inner), 0)

const answer = (world: World, caller: Account, { body }: Call): Answer => {
  const { query = '', variables } = (body ?? {}) as { query?: string; variables?: Record<string, unknown> }
  let fields: Field[]
  try {
    fields = parseQuery(query, variables ?? {})
  } catch (error) {
    return failed('GRAPHQL_PARSE_FAILED', error instanceof Error ? error.message : String(error))
  }
  if (nodesIn(fields) > MOST_NODES)
    return failed('BAD_USER_INPUT', `A request may touch ${MOST_NODES} nodes at most.`)
  const answered = resolve(schemaFor(world, caller), fields)
  // A tag of what was asked and answered; nobody here answers 304 to it.
  return json(200, answered, { etag: etagOf(query, variables ?? {}, answered) })
}

/** community.plex.tv over a world. Troubles of a query come with status 200. */
export const serveCommunity =
  (world: World): Serve =>
  (call, query) => {
    if (call.path !== '/api' || call.method !== 'POST') return render(NOT_FOUND, '')
    try {
      return answer(world, holderOf(world, { call, query, params: {} }).account, call)
    } catch (error) {
      if (error instanceof Refusal) return failed('UNAUTHENTICATED', 'You must be signed in.', 401)
      throw error
    }
  }
