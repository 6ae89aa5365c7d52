import type { App } from './app.ts'
import { advance, type Download } from './downloads.ts'

/** How the sandbox's downloads go: after a search, in the stand-in's world. */
export type LiveOptions = {
  /** From the search to the grab. */
  grabAfter?: number
  /** From the grab to the end of the download. */
  takes?: number
  steps?: number
  /** From the end of the download to the import. */
  importAfter?: number
}

export const LIVE: Required<LiveOptions> = { grabAfter: 8_000, takes: 60_000, steps: 6, importAfter: 5_000 }

/** Fetches a download in steps; false when somebody took it off the queue, or it can't be imported as it is. */
export const fetchInSteps = async (
  app: App,
  download: Download,
  { takes, steps, importAfter }: Required<LiveOptions>,
): Promise<boolean> => {
  const isThere = () => app.state.downloads.includes(download)
  for (let step = 1; step <= steps; step += 1) {
    await app.sleep(takes / steps)
    if (!isThere()) return false
    advance(download, (step / steps) * 100)
  }
  await app.sleep(importAfter)
  return isThere() && download.trackedState === 'importPending'
}
