import { type Answer, json } from '../../kit/answers.ts'

/** Thrown where a call is refused; carries its answer. */
export class Refusal extends Error {
  readonly answer: Answer

  constructor(status: number, code: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.answer = json(status, { success: false, status_code: code, status_message: message }, headers)
  }
}

export const ok = (value: unknown): Answer => json(200, value)

export const missing = (): Refusal => new Refusal(404, 34, 'The resource you requested could not be found.')
