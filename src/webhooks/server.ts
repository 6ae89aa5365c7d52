import Fastify, { type FastifyInstance } from 'fastify'
import type { WebDeps } from './deps.ts'
import { answerNoise, answerProblems, answerUnreadable } from './plugins/problems.ts'
import { arrRoutes } from './routes/arr.ts'
import { healthRoutes } from './routes/health.ts'
import { interactionRoute } from './routes/interactions.ts'

/** How a route lets callers in; every route declares one, and a test walks them all. */
type RoutePolicy = 'public' | 'metrics-token' | 'instance-secret' | 'discord-signature'

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: RoutePolicy
  }
}

const MIB = 1024 * 1024

/**
 * The HTTP server: listens to machines only. Every process serves health and metrics; the rest needs the role web.
 * Built, not listening, so that tests can inject requests.
 */
export const buildServer = (deps: WebDeps, serves: { web: boolean }): FastifyInstance => {
  const app = Fastify({
    bodyLimit: MIB,
    // A sender that drips its body or headers is let go; the *arrs send at once.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    trustProxy: false,
    exposeHeadRoutes: false,
    frameworkErrors: answerUnreadable,
    clientErrorHandler: answerNoise,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
  })
  // Bodies are parsed by the routes, whatever type their senders say they are of: some say nonsense.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))
  app.addHook('onRequest', async ({ headers }) => {
    delete headers['content-type']
  })
  app.addHook('onRoute', (route) => {
    if (route.config?.policy === undefined) throw new Error(`route ${route.url} declares no policy`)
  })
  letGoWhenClosing(app)
  answerProblems(app, deps.log)
  healthRoutes(app, deps)
  if (serves.web) {
    arrRoutes(app, 'radarr', deps)
    arrRoutes(app, 'sonarr', deps)
    if (deps.interactions !== undefined) interactionRoute(app, deps.interactions)
  }
  return app
}

/** A sender that is answered while we close would keep its connection, and so us, for a minute or more. */
const letGoWhenClosing = (app: FastifyInstance): void => {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}
