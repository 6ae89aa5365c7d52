import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What Usherr counts about itself, in Prometheus' terms. `openWork` is asked at each scrape. */
export const createMetrics = (openWork: () => Promise<number>) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'usherr_' })
  new Gauge({
    name: 'usherr_work_open',
    help: 'Work that is accepted and not finished.',
    registers: [registry],
    async collect() {
      this.set(await openWork())
    },
  })
  const labelled = { registers: [registry], labelNames: ['name', 'outcome'] as const }
  return {
    interactions: new Histogram({
      name: 'usherr_interaction_first_answer_seconds',
      help: 'From an interaction reaching us to its first answer.',
      buckets: SECONDS,
      ...labelled,
    }),
    jobs: new Histogram({
      name: 'usherr_job_seconds',
      help: 'How long jobs run.',
      buckets: SECONDS,
      ...labelled,
    }),
    webhooks: new Counter({ name: 'usherr_webhooks_total', help: 'Webhooks received.', ...labelled }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

export type Metrics = ReturnType<typeof createMetrics>
