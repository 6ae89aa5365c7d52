import type { Fault } from '../../platform/faults.ts'
import { safeWords } from '../http/said.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Answer, Call } from '../http/types.ts'
import { complaintsIn } from './complaints.ts'

const EXISTS = /^(Movie|Series)ExistsValidator$/

const GONE: Readonly<Record<string, string>> = {
  qualityprofileid: 'profile-gone',
  rootfolderpath: 'folder-gone',
}

/** Why an application didn't take a title. */
export const refusedAdd = (call: Call, answer: Answer): Fault => {
  const complaints = complaintsIn(answer)
  const existing = complaints.some(
    ({ rule, words }) => EXISTS.test(rule) || /already been added/i.test(words),
  )
  if (existing) return statusFault(call, answer, { kind: 'conflict' })
  const gone = complaints.find(({ field }) => field in GONE)
  if (gone === undefined) return statusFault(call, answer)
  const code = GONE[gone.field] ?? gone.field
  return statusFault(call, answer, { code, said: safeWords(gone.words, call.secrets) })
}
