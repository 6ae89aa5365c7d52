import type { ServerResponse } from 'node:http'

const LOOK_EVERY_MS = 250

type Change = (call: () => void) => () => void

/**
 * Sends a screen over an open answer, as server-sent events: at once, and whenever it is different. Not every change
 * of the world is announced (a download's progress is not), so it also looks by itself.
 */
export const showLive = (response: ServerResponse, screen: () => unknown, onChange: Change): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  let last = ''
  let waiting = false

  const look = () => {
    waiting = false
    const now = JSON.stringify(screen())
    if (now === last || response.destroyed) return
    last = now
    response.write(`data: ${now}\n\n`)
  }
  const soon = () => {
    if (waiting) return
    waiting = true
    setImmediate(look)
  }

  const forget = onChange(soon)
  const timer = setInterval(soon, LOOK_EVERY_MS)
  response.on('close', () => {
    forget()
    clearInterval(timer)
  })
  look()
}
