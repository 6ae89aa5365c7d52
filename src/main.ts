const SIGNALS = ['SIGTERM', 'SIGINT'] as const
const leave = (): never => process.exit(0)

// Loading the program takes a second, and a signal then must not be lost on a container's first process.
for (const signal of SIGNALS) process.on(signal, leave)
const { begin } = await import('./start/begin.ts')
const ended = begin()
for (const signal of SIGNALS) process.off(signal, leave)
await ended

export {}
