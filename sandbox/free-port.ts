import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports that systems hand out by themselves, so that nobody is given this one a moment later. */
const FROM = 20_000
const TO = 32_000

/** A port of the loopback that nobody uses at this moment, nor is likely to before it is listened on. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(FROM, TO)
    const server = createServer()
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening')
    } catch {
      continue
    }
    server.close()
    await once(server, 'close')
    return port
  }
}
