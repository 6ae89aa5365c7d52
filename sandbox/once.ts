import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadChecks } from './discord/checks/index.ts'
import { freePort } from './free-port.ts'
import type { Program } from './program.ts'
import { setStage } from './stage.ts'
import { playStory } from './story/play.ts'
import { printStory } from './story/print-story.ts'

const write = (text: string): void => void process.stdout.write(text)

/** Plays the story with the real program before stand-ins, and leaves nothing behind. Answers whether all went well. */
export const playOnce = async (): Promise<boolean> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'usherr-sandbox-'))
  const stage = await setStage({ checks: await loadChecks(), dataDir, port: await freePort() })
  let program: Program | undefined
  try {
    write('Usherr, the real program, in front of stand-ins of Discord, Plex, Radarr, Sonarr and TMDB.\n')
    program = await stage.start()
    await playStory(stage, printStory(stage.world, process.stdout.isTTY === true, write))
    const code = await program.stop()
    if (code !== 0) throw new Error(`the program ended with ${code}`)
    write('\n\nThe end. Everything that was asked for came, and everybody heard.\n')
    return true
  } catch (error) {
    write(`\n\nThe story broke off: ${error instanceof Error ? error.message : String(error)}\n`)
    const said = program?.lines().slice(-12) ?? []
    if (said.length > 0) write(`\nThe program's last words:\n${said.join('\n')}\n`)
    return false
  } finally {
    await program?.kill()
    await stage.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
