import type { Schema } from './document.ts'

/** What meets the condition has to meet the schema too; nothing is said about the rest. */
export const implies = (condition: Schema, schema: Schema): Schema => ({
  if: { not: condition },
  else: schema,
})
