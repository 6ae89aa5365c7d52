import type { Pace } from '../limits/limits.ts'
import type { Service } from '../service.ts'
import type { StoredMessage } from '../world/world.ts'
import type { Reply, Request } from './request.ts'

/** One endpoint: where it is, who may call it and how often, and what it does. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Such as `/channels/{channel_id}/messages`, as the API's description names it. */
  route: string
  /** `bot`: needs the bot's token, and counts for the global limit. `token`: the path itself holds a secret. */
  auth: 'bot' | 'token'
  /** Rationed for each value of the identifiers named in `by`. */
  pace?: Pace & { by: readonly string[] }
  /** The message that the request edits, for the checks. */
  original?: (service: Service, request: Request) => StoredMessage | undefined
  run: (service: Service, request: Request) => Reply
}

type Match = { route: Route; params: Map<string, string> }

const decoded = (path: string): string[] | undefined => {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return undefined
  }
}

const match = (template: readonly string[], path: readonly string[]): Map<string, string> | undefined => {
  if (template.length !== path.length) return undefined
  const params = new Map<string, string>()
  for (const [index, step] of template.entries()) {
    const found = path[index] ?? ''
    if (step.startsWith('{')) params.set(step.slice(1, -1), found)
    else if (step !== found) return undefined
  }
  return params
}

/** Finds the route for a path without its prefix; the first that fits, so literal ones are listed first. */
export const createRouter = (routes: readonly Route[]) => {
  const templates = routes.map((route) => ({ route, steps: route.route.split('/').slice(1) }))
  return (method: string, path: string): Match | undefined => {
    const steps = decoded(path)
    if (!steps) return undefined
    for (const { route, steps: template } of templates) {
      const params = route.method === method ? match(template, steps) : undefined
      if (params) return { route, params }
    }
    return undefined
  }
}
