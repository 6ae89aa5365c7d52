import { isIP, type LookupFunction, Socket } from 'node:net'

/** Where a connection wanted to go that the tests forbid. */
export const refused: string[] = []

const isLocal = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

const refuse = (where: string): never => {
  refused.push(where)
  throw new Error(`Tests may only connect to this machine, not to ${where}.`)
}

/** A name is fine when the code's own lookup turns it into a loopback address; the system's resolver is never asked. */
const guarded =
  (lookup: LookupFunction): LookupFunction =>
  (name, options, callback) =>
    lookup(name, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found]
      const foreign = error ? undefined : addresses.find((address) => !isLocal(address))
      if (foreign === undefined) return callback(error, found, family)
      refused.push(`${name} (${foreign})`)
      callback(
        new Error(`Tests may only connect to this machine, not to ${name} (${foreign}).`),
        found,
        family,
      )
    })

type Target = { path?: string; host?: string; port?: number; lookup?: LookupFunction }

const checked = (target: Target): Target => {
  const { path, host = 'localhost', port = 0, lookup } = target
  if (path || (isIP(host) ? isLocal(host) : host === 'localhost')) return target
  if (isIP(host) || !lookup) return refuse(`${host}:${port}`)
  return { ...target, lookup: guarded(lookup) }
}

const isPort = (value: unknown): boolean => typeof value === 'number' || /^\d+$/.test(String(value))

const connect = Socket.prototype.connect

/** Replaces the one method that every connection goes through: http, undici, tls, pg and ioredis alike. */
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  // node:net hands over its own normalised list, marked by a symbol that must stay on it.
  const list = Array.isArray(args[0]) ? args[0] : args
  const [first, second] = list
  if (typeof first === 'object' && first !== null) list[0] = checked(first)
  else if (isPort(first))
    checked({ port: Number(first), host: typeof second === 'string' ? second : 'localhost' })
  return Reflect.apply(connect, this, args) as Socket
} as typeof connect
