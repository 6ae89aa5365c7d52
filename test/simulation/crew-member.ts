import { parentPort } from 'node:worker_threads'
import { BUGS } from './bugs.ts'
import type { Task } from './crew.ts'
import { type Found, huntBug, openStage, playSeeds } from './stage.ts'

const opening = openStage()

const perform = async ({ bug: name, ...seeds }: Task): Promise<Found> => {
  const sound = await opening
  const bug = BUGS.find((one) => one.name === name)
  return bug === undefined ? playSeeds(sound, seeds) : huntBug(await openStage(bug), sound, seeds)
}

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await perform(task)))
