import { expect, it } from 'vitest'
import { createMetrics } from '../../src/platform/metrics.ts'

/** One line of Prometheus' text format: a comment, or a name with labels and a number, in whatever case NaN is. */
const LINE =
  /^(# (HELP|TYPE) usherr_\w+ .+|usherr_\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? (-?[\d.]+(e[+-]?\d+)?|Na[Nn]|[+-]Inf))$/

it('the metrics are text that Prometheus reads, and every name is ours', async () => {
  const metrics = createMetrics(async () => 4)
  metrics.webhooks.inc({ name: 'radarr', outcome: 'stored' })
  metrics.webhooks.inc({ name: 'radarr', outcome: 'stored' })
  metrics.jobs.observe({ name: 'relay', outcome: 'done' }, 0.02)
  metrics.interactions.observe({ name: 'request', outcome: 'a"b\\c' }, 0.2)
  const text = await metrics.text()
  expect(metrics.contentType).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(text.endsWith('\n')).toBe(true)
  const lines = text.trimEnd().split('\n')
  const odd = lines.filter((line) => line !== '' && !LINE.test(line.replaceAll('\\"', '')))
  expect(odd).toEqual([])
  expect(lines).toContain('usherr_webhooks_total{name="radarr",outcome="stored"} 2')
  expect(lines).toContain('usherr_work_open 4')
  expect(lines).toContain('usherr_job_seconds_bucket{le="0.01",name="relay",outcome="done"} 0')
  expect(lines).toContain('usherr_job_seconds_bucket{le="0.025",name="relay",outcome="done"} 1')
  expect(lines).toContain('usherr_job_seconds_count{name="relay",outcome="done"} 1')
  expect(lines).toContain(
    'usherr_interaction_first_answer_seconds_count{name="request",outcome="a\\"b\\\\c"} 1',
  )
  expect(lines.some((line) => line.startsWith('usherr_process_cpu_seconds_total '))).toBe(true)
})

it('open work is counted at each look', async () => {
  let open = 1
  const metrics = createMetrics(async () => open)
  expect(await metrics.text()).toMatch(/^usherr_work_open 1$/m)
  open = 7
  expect(await metrics.text()).toMatch(/^usherr_work_open 7$/m)
})
