import type { Service } from '../service.ts'

const STEP = 5

/** How much longer everything may take here than on a machine that has nothing else to do. */
const PATIENCE = Number(process.env.SANDBOX_PATIENCE ?? 1)

const describe = (error: unknown): string => (error instanceof Error ? `; it threw: ${error.message}` : '')

/**
 * Waits until `what` gives something (neither false, null nor undefined) and gives that. Looks at every change of the
 * world and every 5 ms. When `withinMs` real milliseconds are over, times SANDBOX_PATIENCE, it fails and says what was
 * waited for.
 */
export const until = async <T>(
  { world }: Pick<Service, 'world'>,
  what: () => T | Promise<T>,
  withinMs = 5_000,
  wanted: string = what.toString(),
  hint: () => string = () => '',
): Promise<Exclude<Awaited<T>, false | null | undefined>> => {
  const deadline = performance.now() + withinMs * PATIENCE
  let failure: unknown
  const look = async () => {
    try {
      failure = undefined
      return await what()
    } catch (error) {
      failure = error
      return undefined
    }
  }
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== null && found !== false) {
      return found as Exclude<Awaited<T>, false | null | undefined>
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited ${withinMs} ms for ${wanted}${describe(failure)}${hint()}`)
    }
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        world.listeners.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, STEP)
      world.listeners.add(wake)
    })
  }
}
