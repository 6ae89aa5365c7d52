import { FORBIDDEN_ADDRESS } from '../clients/http/guard.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { Ailment } from '../domain/instances/health.ts'
import type { LineFailure } from '../domain/instances/line.ts'
import type { Trouble, TroubleCode } from '../domain/requests/request.ts'
import type { Fault } from '../platform/faults.ts'

/** What a Fault of an instance means for a request that should go there, in the words of the core. */
export const troubleOf = (fault: Fault): Trouble => {
  const said = fault.facts.said === undefined ? {} : { said: fault.facts.said }
  switch (fault.kind) {
    case 'unreachable':
    case 'name-not-found':
    case 'tls':
    case 'timeout':
      return { code: 'instance-unreachable' }
    case 'unauthorised':
    case 'forbidden':
      return { code: 'instance-unauthorised' }
    case 'rejected':
      if (fault.facts.code === 'profile-gone') return { code: 'profile-gone' }
      if (fault.facts.code === 'folder-gone') return { code: 'folder-gone' }
      return { code: 'rejected', ...said }
    case 'rate-limited':
    case 'conflict':
    case 'not-found':
    case 'bad-shape':
    case 'server':
      return { code: 'instance-trouble', ...said }
  }
}

/** What a Fault says of the instance as a whole; undefined when it answered, be it with a no to what was asked. */
export const lineFailureOf = ({ kind, facts: { code } }: Fault): LineFailure | undefined => {
  // It answered that our webhook did not.
  if (code === 'webhook-test-failed') return undefined
  switch (kind) {
    case 'unreachable':
    case 'name-not-found':
    case 'tls':
    case 'timeout':
    case 'server':
    case 'bad-shape':
    case 'unauthorised':
      return kind
    case 'forbidden':
      return code === FORBIDDEN_ADDRESS ? 'unreachable' : 'unauthorised'
    case 'rejected':
      return code === 'redirect' ? 'bad-shape' : undefined
    case 'rate-limited':
    case 'conflict':
    case 'not-found':
      return undefined
  }
}

const TROUBLE_BY: Readonly<Record<Ailment, TroubleCode>> = {
  unreachable: 'instance-unreachable',
  'name-not-found': 'instance-unreachable',
  tls: 'instance-unreachable',
  timeout: 'instance-unreachable',
  server: 'instance-trouble',
  'bad-shape': 'instance-trouble',
  unauthorised: 'instance-unauthorised',
  'another-application': 'instance-unfit',
  'too-old': 'instance-unfit',
  'profile-gone': 'profile-gone',
  'folder-gone': 'folder-gone',
}

/** What an instance's own trouble means for a request that should go there. */
export const troubleAt = ({ health }: Pick<Instance, 'health'>): Trouble => ({
  code: health.state === 'trouble' ? TROUBLE_BY[health.ailment] : 'instance-trouble',
})
