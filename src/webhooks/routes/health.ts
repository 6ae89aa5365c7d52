import type { FastifyInstance } from 'fastify'
import { digest, matches } from '../../platform/crypto.ts'
import type { WebDeps } from '../deps.ts'
import { unauthorised } from '../problem.ts'

/** Whether the process lives, whether it can work, and what it has counted. Served by every role. */
export const healthRoutes = (app: FastifyInstance, deps: WebDeps): void => {
  app.get('/healthz', { config: { policy: 'public' } }, () => ({ ok: true }))

  app.get('/readyz', { config: { policy: 'public' } }, async (_, reply) => {
    const parts = await deps.parts()
    const ready = Object.values(parts).every((part) => part.up)
    return reply.code(ready ? 200 : 503).send({ ready, parts })
  })

  const expected = deps.metricsToken === undefined ? undefined : digest(deps.metricsToken)
  app.get('/metrics', { config: { policy: 'metrics-token' } }, async (request, reply) => {
    const offered = request.headers.authorization?.replace(/^bearer /i, '') ?? ''
    if (expected !== undefined && !matches(offered, expected)) throw unauthorised()
    return reply.type(deps.metrics.contentType).send(await deps.metrics.text())
  })
}
