/** What is wrong with a request body: where (a path such as `components.0.label`), and why in a sentence. */
export type Breach = { where: string; why: string }

/**
 * Looks at one request before it has any effect. Every breach is answered as Discord does (400, code 50035)
 * and recorded in `discord.breaches`.
 */
export type Check = (request: {
  method: string
  /** Without `/api/v10` and the query, decoded: `/webhooks/1/token/messages/@original`. */
  path: string
  /** The same with its identifiers replaced by names: `/channels/{channel_id}/messages`. */
  route: string
  body: unknown
  files: readonly { name: string; size: number }[]
  /** The message that is being edited, where one is. */
  original?: { flags: number }
}) => readonly Breach[]
