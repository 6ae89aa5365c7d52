import { statusFault } from '../http/status-fault.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'

/** Puts something into the application's own queue of work; whether it comes to anything shows later. */
export const sendCommand = async (
  kit: ArrKit,
  operation: string,
  body: Readonly<{ name: string; [field: string]: unknown }>,
  options?: CallOptions,
): Promise<void> => {
  await kit.tell(operation, 'command', { ...options, method: 'POST', body }, statusFault)
}
