import { z } from 'zod'
import type { Answer } from '../http/types.ts'

/** One reason why the application didn't take what it was sent. */
type Complaint = Readonly<{ field: string; words: string; rule: string }>

const text = z.string().nullish()
const complaints = z.array(z.object({ propertyName: text, errorMessage: text, errorCode: text }))

/** The reasons in an answer of 400, which the whole family gives as a list; empty for any other answer. */
export const complaintsIn = ({ status, text: body }: Answer): readonly Complaint[] => {
  if (status !== 400) return []
  try {
    const read = complaints.safeParse(JSON.parse(body))
    return (read.data ?? []).map(({ propertyName, errorMessage, errorCode }) => ({
      field: (propertyName ?? '').toLowerCase(),
      words: errorMessage ?? '',
      rule: errorCode ?? '',
    }))
  } catch {
    return []
  }
}
