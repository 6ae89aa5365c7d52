import { parentPort } from 'node:worker_threads'
import { BUGS } from './bugs.ts'
import type { Task } from './crew.ts'
import { openStage, playSeeds, type Stage } from './stage.ts'

const sound = Promise.withResolvers<Stage>()
let isOpen = false

const stageOf = (name: string | undefined): Promise<Stage> => {
  if (name !== undefined) return openStage(BUGS.find((bug) => bug.name === name))
  if (!isOpen) sound.resolve(openStage())
  isOpen = true
  return sound.promise
}

parentPort?.on('message', async ({ bug, ...seeds }: Task) => {
  parentPort?.postMessage(await playSeeds(await stageOf(bug), { ...seeds, untilBroken: bug !== undefined }))
})
