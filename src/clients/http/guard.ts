import { type LookupAllOptions, lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { buildConnector } from 'undici'
import { formsOf, isNever } from './addresses.ts'

/** An address this process listens on, as its server tells it. */
export type Listener = Readonly<{ address: string; port: number }>

/** How names are resolved; `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (
    error: NodeJS.ErrnoException | null,
    found: readonly { address: string; family: number }[],
  ) => void,
) => void

/** Marks a connection that was refused here, before a packet left. */
export const FORBIDDEN_ADDRESS = 'forbidden-address'

class ForbiddenAddress extends Error {
  readonly code = FORBIDDEN_ADDRESS
}

const isThisMachine = (form: string): boolean =>
  form.startsWith('127.') ||
  form === '0:0:0:0:0:0:0:1' ||
  Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => formsOf(address).includes(form)),
  )

const isListener = (form: string, port: number, { address, port: own }: Listener): boolean => {
  if (port !== own) return false
  const forms = formsOf(address)
  // A listener on 0.0.0.0, on :: or on a name may be reached by any address of this machine.
  return forms.some((one) => isNever(one)) ? isThisMachine(form) : forms.includes(form)
}

/**
 * Connects as undici does, but only where it is allowed. The rule is applied to the very addresses that the socket
 * is then given, so that neither a spelling nor a name that changes its answer gets around it.
 */
export const guardedConnector = (
  forbidden: readonly Listener[],
  resolve: Resolve = systemLookup,
): buildConnector.connector => {
  const allowed = (address: string, port: number): boolean =>
    formsOf(address).every(
      (form) => !isNever(form) && !forbidden.some((listener) => isListener(form, port, listener)),
    )

  const lookupFor =
    (port: number): LookupFunction =>
    (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, found) => {
        if (error) return callback(error, [])
        const open = found.filter(({ address }) => allowed(address, port))
        const [first] = open
        if (first === undefined) return callback(new ForbiddenAddress('no allowed address'), [])
        return options.all ? callback(null, [...open]) : callback(null, first.address, first.family)
      })
    }

  // One connector a port, because a lookup is not told the port, and a connector remembers TLS sessions.
  const connectors = new Map<number, buildConnector.connector>()
  const connectorFor = (port: number): buildConnector.connector => {
    const known = connectors.get(port)
    if (known) return known
    const made = buildConnector({ allowH2: false, lookup: lookupFor(port) })
    connectors.set(port, made)
    return made
  }

  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
    const literal = options.hostname.replace(/^\[|\]$/g, '')
    // A literal is never looked up.
    if (isIP(literal) && !allowed(literal, port)) {
      return queueMicrotask(() => callback(new ForbiddenAddress('not an allowed address'), null))
    }
    return connectorFor(port)(options, callback)
  }
}
