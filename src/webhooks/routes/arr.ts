import type { FastifyInstance, FastifyRequest } from 'fastify'
import { storeArrival } from '../../actions/hooks/store-arrival.ts'
import type { Instance } from '../../db/queries/instances.ts'
import { stopwatch } from '../../platform/clock.ts'
import { wideEvent } from '../../platform/logger.ts'
import { contentKey } from '../content-key.ts'
import type { WebDeps } from '../deps.ts'
import { admitInstance } from '../plugins/hook-secret.ts'
import { notAnObject } from '../problem.ts'
import { arrHook, readObject } from '../schemas/arr-hook.ts'

type Params = { Params: { instance: string } }

/**
 * Takes the webhooks of one kind of *arr. The sender waits inside its own import and never tries again, so this
 * does only what makes the event durable, and then answers.
 */
export const arrRoutes = (app: FastifyInstance, kind: Instance['kind'], deps: WebDeps): void => {
  const take = async (request: FastifyRequest<Params>): Promise<void> => {
    const elapsed = stopwatch()
    const instanceId = request.params.instance
    const text = String(request.body ?? '')
    const body = readObject(text)
    if (body === undefined) throw notAnObject()
    const { eventType } = arrHook.parse(body)
    const outcome = await storeArrival(
      deps.actions,
      { kind: 'system', name: `webhook.${kind}` },
      {
        instanceId,
        ...contentKey(instanceId, eventType, body),
        eventType,
        body: text,
      },
    )
    const what = outcome.ok && outcome.value ? 'stored' : 'repeat'
    deps.metrics.webhooks.labels(kind, what).inc()
    wideEvent(deps.log, { event: 'webhook', name: kind, outcome: what, eventType, instanceId, ms: elapsed() })
  }

  app.route<Params>({
    method: ['POST', 'PUT'],
    url: `/webhooks/${kind}/:instance`,
    config: { policy: 'instance-secret' },
    onRequest: async (request) => {
      await admitInstance(deps.actions.db, kind, request.params.instance, request.headers).catch(
        (problem: unknown) => {
          deps.metrics.webhooks.labels(kind, 'refused').inc()
          throw problem
        },
      )
    },
    handler: async (request, reply) => {
      await take(request)
      return reply.code(202).send({})
    },
  })
}
