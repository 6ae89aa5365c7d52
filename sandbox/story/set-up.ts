import type { Stage } from '../stage.ts'
import type { Narrator } from './narrator.ts'

const BUTTON = 'Sign in to Plex'

/** The owner sets Usherr up, from nothing to a working Radarr, as the contract describes it. */
export const setUp = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, owner, desk, requests, approvers, plex, accounts, radarr } = stage
  const olga = discord.as(owner)
  narrator.scene('Olga sets Usherr up')
  narrator.does('olga', '/setup')
  const panel = await olga.slash('setup')
  narrator.sees('olga', panel.message)

  await (await olga.choose(panel, 'Admin channel', [desk])).settled()
  await (await olga.choose(panel, 'Request channel', [requests])).settled()
  await (await olga.choose(panel, 'Approver role', [approvers])).settled()
  narrator.does('olga', 'chooses #usherr-desk, #requests and @approvers, then presses “Sign in to Plex”')

  const signIn = await (await olga.press(panel, BUTTON)).settled()
  narrator.sees('olga', signIn.message)
  narrator.meanwhile('Olga signs in on Plex’s own page, with the account that owns “Den Server”.')
  plex.signIn(olga.link(signIn, BUTTON), accounts.owner)
  await discord.until(() => signIn.text().includes('Signed in as'), 10_000)
  narrator.sees('olga', signIn.message)

  narrator.does('olga', 'presses “Add Radarr” and fills in its address and API key')
  const again = await olga.slash('setup')
  const form = await olga.press(again, 'Add Radarr')
  await (await olga.fill(form, { Name: 'Radarr', Address: radarr.url, 'API key': radarr.apiKey })).settled()
  await discord.until(() => again.text().includes('answers'), 10_000)
  narrator.sees('olga', again.message)

  await (await olga.choose(again, 'Quality profile', ['HD-1080p'])).settled()
  await (await olga.choose(again, 'Minimum availability', ['Released'])).settled()
  await (await olga.press(again, 'Save')).settled()
  await discord.until(() => radarr.state.connections.length > 0, 10_000)
  narrator.does('olga', 'chooses a quality profile, then “Save”')
  await discord.until(async () => {
    const panelNow = await olga.slash('setup')
    return panelNow.text().includes('Radarr: working') ? panelNow : undefined
  }, 10_000)
  narrator.sees('olga', (await olga.slash('setup')).message)
}

/** The owner adds Sonarr beside Radarr. */
export const addSonarr = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { discord, owner, sonarr } = stage
  const olga = discord.as(owner)
  narrator.scene('Olga adds Sonarr')
  const panel = await olga.slash('setup')
  narrator.does('olga', 'presses “Add Sonarr” and fills in its address and API key')
  const form = await olga.press(panel, 'Add Sonarr')
  await (await olga.fill(form, { Name: 'Sonarr', Address: sonarr.url, 'API key': sonarr.apiKey })).settled()
  await discord.until(() => panel.text().includes('answers'), 10_000)
  await (await olga.choose(panel, 'Quality profile', ['HD-1080p'])).settled()
  await (await olga.choose(panel, 'Series type', ['Standard'])).settled()
  await (await olga.choose(panel, 'Season monitoring', ['Only what is asked for'])).settled()
  narrator.sees('olga', panel.message)
  await (await olga.press(panel, 'Save')).settled()
  await discord.until(() => sonarr.state.connections.length > 0, 10_000)
}
