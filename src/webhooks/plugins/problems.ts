import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Log } from '../../platform/logger.ts'
import { Problem } from '../problem.ts'

const KNOWN: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Problem(413, 'too-large', 'The body is larger than 1 MiB.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Problem(
    400,
    'bad-length',
    'The content length does not fit the body.',
  ),
}

const UNREADABLE = new Problem(400, 'bad-request', 'The request could not be read.')

const NOTHING_HERE = { error: { code: 'not-found', message: 'There is nothing here.' } }

const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = KNOWN[code]
  if (known !== undefined) return known
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500
    ? new Problem(status, UNREADABLE.code, UNREADABLE.message)
    : new Problem(500, 'internal', 'Something went wrong here; nothing was taken.')
}

/** Answers every error in one shape, and logs only what is ours to mend. */
export const answerProblems = (app: FastifyInstance, log: Log): void => {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
    return reply.code(problem.status).send({ error: { code: problem.code, message: problem.message } })
  })
  app.setNotFoundHandler((_, reply) => reply.code(404).send(NOTHING_HERE))
}

/** Answers what is no HTTP, or is not complete in time: there is no request yet, only the line. */
export const answerNoise = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
  const body = JSON.stringify({ error: { code: UNREADABLE.code, message: UNREADABLE.message } })
  const head = ['Connection: close', 'Content-Type: application/json', `Content-Length: ${body.length}`]
  socket.end([`HTTP/1.1 ${status}`, ...head, '', body].join('\r\n'))
}

/** Answers what is asked for under an address that can't be read, or is too long to be one of ours. */
export const answerUnreadable = (_: unknown, __: unknown, reply: FastifyReply): void => {
  reply.code(404).send(NOTHING_HERE)
}
