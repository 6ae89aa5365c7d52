import type { IncomingMessage } from 'node:http'

/**
 * Why a request is refused, if it is. The page has no sign-in, so it must be out of reach for other sites: a name that
 * was made to point here (the Host gives it away), and pages elsewhere that post to it (Origin does).
 */
export const refusal = ({ headers, method }: IncomingMessage, port: number): string | undefined => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return 'This page is only for this machine.'
  if (method === 'GET' || method === 'HEAD') return undefined
  if (headers.origin !== `http://${headers.host}`) return 'Only the page itself may post here.'
  return headers['content-type'] === 'application/json' ? undefined : 'Only JSON is taken here.'
}

/** Nothing from elsewhere, no inline script, no frame around it. Lit's `style` attributes need inline styles. */
export const SAFE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const
