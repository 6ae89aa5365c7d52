import { onTestFinished } from 'vitest'
import type { Http } from '../../../src/clients/http/types.ts'
import { createHttp } from '../../../src/clients/http.ts'

/** A client for one test. */
export const testHttp = (settings: Partial<Parameters<typeof createHttp>[0]> = {}): Http => {
  const http = createHttp({ forbidden: [], ...settings })
  onTestFinished(() => http.close())
  return http
}
