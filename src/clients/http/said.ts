const LONGEST = 200
const FIELDS = ['errorMessage', 'message', 'status_message', 'error', 'description', 'detail'] as const

/** Takes secrets out of foreign text and makes it one line of at most 200 characters. */
export const safeWords = (text: string, secrets: readonly string[] = []): string => {
  const clean = secrets
    .filter((secret) => secret.length > 0)
    .reduce((words, secret) => words.replaceAll(secret, '[hidden]'), text)
    .replace(/\s+/g, ' ')
    .trim()
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean
}

const wordsIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return wordsIn(value[0])
  if (typeof value !== 'object' || value === null) return undefined
  const fields = value as Record<string, unknown>
  for (const name of FIELDS) {
    const words = wordsIn(fields[name])
    if (words) return words
  }
  return wordsIn(fields.errors)
}

/** The message in a service's JSON answer to a call that failed; undefined when there is none, as in a web page. */
export const saidIn = (text: string, secrets: readonly string[] = []): string | undefined => {
  try {
    const words = wordsIn(JSON.parse(text))
    return words ? safeWords(words, secrets) : undefined
  } catch {
    return undefined
  }
}
