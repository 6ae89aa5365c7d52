/** An HTTP answer that is not a success; the only shape that errors have here. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const unauthorised = (): Problem =>
  new Problem(401, 'unauthorised', 'The credentials are missing or wrong.')
export const unknownInstance = (): Problem => new Problem(404, 'unknown-instance', 'No such instance.')
export const notAnObject = (): Problem => new Problem(400, 'not-an-object', 'The body must be a JSON object.')
