import { playOnce } from './once.ts'
import { runPage } from './page/run.ts'

if (process.argv.includes('--once')) process.exitCode = (await playOnce()) ? 0 : 1
else {
  await runPage((text) => void process.stdout.write(text), process.argv.includes('--empty'))
  // A story that was left in the middle would wait a while for what no longer comes.
  process.exit()
}
