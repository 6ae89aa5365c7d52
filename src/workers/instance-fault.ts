import type { Trouble } from '../domain/requests/request.ts'
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
