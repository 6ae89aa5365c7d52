import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { notAnObject, unauthorised } from '../problem.ts'
import { readObject } from '../schemas/arr-hook.ts'

/** The prefix that makes 32 raw bytes an Ed25519 public key in DER. */
const ED25519 = Buffer.from('302a300506032b6570032100', 'hex')
const PING = 1

const keyOf = (hex: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([ED25519, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })

/**
 * Takes Discord's interactions by HTTP. The signature covers the timestamp and the raw body and is checked before
 * anything is parsed; Discord probes with wrong ones and drops an address that accepts them.
 */
export const interactionRoute = (
  app: FastifyInstance,
  { publicKey, take }: { publicKey: string; take(raw: unknown): Promise<unknown> },
): void => {
  const key = keyOf(publicKey)
  app.post('/interactions', { config: { policy: 'discord-signature' } }, async (request, reply) => {
    const text = String(request.body ?? '')
    const signature = String(request.headers['x-signature-ed25519'] ?? '')
    const timestamp = String(request.headers['x-signature-timestamp'] ?? '')
    const signed = /^[0-9a-f]{128}$/i.test(signature) && Buffer.from(signature, 'hex')
    if (signed === false || !verify(null, Buffer.from(timestamp + text), key, signed)) throw unauthorised()
    const raw = readObject(text)
    if (raw === undefined) throw notAnObject()
    return reply.send(raw.type === PING ? { type: PING } : await take(raw))
  })
}
