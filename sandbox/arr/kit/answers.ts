import { randomBytes } from 'node:crypto'
import type { Answer as Plain } from '../../kit/answers.ts'
import type { Json } from './json.ts'

/** What a call is answered with; `json` goes through `compact` and stands for a body. */
export type Answer = Plain & { json?: unknown }

/** Thrown where a call is refused; carries its answer. */
export class Refusal extends Error {
  readonly answer: Answer

  constructor(answer: Answer) {
    super(`answered ${answer.status}`)
    this.answer = answer
  }
}

export const ok = (json: unknown): Answer => ({ status: 200, json })

/** What a method without a result leaves: 200 and not a byte. */
export const nothing: Answer = { status: 200 }

/** 201, as after every POST that stores something. */
export const created = (json: unknown): Answer => ({ status: 201, json })

/** 202, as after every PUT. */
export const accepted = (json: unknown): Answer => ({ status: 202, json })

const RFC_SECTIONS: Record<number, [section: string, title: string]> = {
  400: ['15.5.1', 'One or more validation errors occurred.'],
  404: ['15.5.5', 'Not Found'],
  415: ['15.5.16', 'Unsupported Media Type'],
}

/** The framework's own refusal, for what fails before the application's code is reached. */
export const problem = (status: number, errors?: Record<string, string[]>): Refusal => {
  const [section, title] = RFC_SECTIONS[status] ?? ['15.6.1', 'Error']
  const traceId = `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`
  const body: Json = {
    type: `https://tools.ietf.org/html/rfc9110#section-${section}`,
    title,
    status,
    errors,
    traceId,
  }
  return new Refusal({ status, json: body, type: 'application/problem+json; charset=utf-8' })
}

/** The application's own refusal: a message, and where it is a bug or a missing row, a stack trace beside it. */
export const failure = (status: number, message: string, kind?: string): Refusal => {
  const description =
    kind && `${kind}: ${message}\n   at NzbDrone.Core.Datastore.BasicRepository\`1.Get(Int32 id)`
  return new Refusal({ status, json: { message, description }, type: 'application/json' })
}

/** A row that a call names but that isn't there. */
export const missing = (model: string, id: number): Refusal =>
  failure(404, `${model} with ID ${id} does not exist`, 'NzbDrone.Core.Datastore.ModelNotFoundException')
