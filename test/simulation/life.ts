/** Whether a process still runs. What it waited for when it was killed never comes. */
export type Life = {
  readonly name: string
  alive: boolean
  /** How many more calls and looks into the database it lives for; undefined while nothing is planned. */
  stepsLeft: number | undefined
  /** How long it is away once it died. */
  awayMs: number
}
