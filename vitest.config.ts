import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    setupFiles: ['test/support/setup.ts'],
    // A process a file: a native module that crashes takes one file with it, and nothing leaks into the next.
    pool: 'forks',
    maxWorkers: 2,
    // Files run two at a time, with databases, browsers and programs of their own: nothing here is about speed.
    testTimeout: 60_000,
    env: { SANDBOX_PATIENCE: '3' },
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    unstubEnvs: true,
    restoreMocks: true,
  },
})
