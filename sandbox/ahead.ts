/*
 * Loaded before the program (`node --import`) when the sandbox has let time pass: its clock then shows as many
 * milliseconds more as SANDBOX_AHEAD_MS says. The program itself knows nothing of this.
 */
const ahead = Number(process.env.SANDBOX_AHEAD_MS ?? 0)
const realNow = Date.now

class MovedDate extends Date {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [MovedDate.now()] : given) as [number]))
  }
  static override now(): number {
    return realNow() + ahead
  }
}

globalThis.Date = MovedDate as DateConstructor
