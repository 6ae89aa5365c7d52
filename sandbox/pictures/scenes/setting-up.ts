import { silent } from '../../story/narrator.ts'
import { addSonarr, setUp } from '../../story/set-up.ts'
import type { Album } from '../album.ts'

/** The owner sets everything up, and a member links their account. */
export const settingUp = async ({ stage, takePrivate, takeForm }: Album): Promise<void> => {
  const { discord, owner, anna, plex, accounts } = stage
  const olga = discord.as(owner)
  // The very first answers of a program that was just started may come too late.
  const first = await discord.until(async () => {
    const answer = await (await olga.slash('setup')).settled()
    return answer.message === undefined ? undefined : answer
  }, 20_000)
  await takePrivate('setup-first', 'The set-up panel before anything is chosen', owner, first.message)
  await setUp(stage, silent)
  await addSonarr(stage, silent)
  await discord.until(
    async () => (await (await olga.slash('setup')).settled()).text().includes('Sonarr: working'),
    20_000,
  )
  const panel = await (await olga.slash('setup')).settled()
  await takePrivate('setup', 'The set-up panel with everything in place', owner, panel.message)
  const add = 'The address and the API key of a Radarr that is added'
  await takeForm('form-radarr', add, owner, stage.world.general, 'Add Radarr')
  await (await olga.press(panel, 'Sonarr')).settled()
  await takePrivate('setup-sonarr', 'The panel of one Sonarr, with its choices', owner, panel.message)
  await (await olga.press(panel, 'Back')).settled()
  await (await olga.press(panel, 'Approvals')).settled()
  await takePrivate('setup-approvals', 'Who needs no approval, and the saved reasons', owner, panel.message)

  const member = discord.as(anna)
  const link = await (await member.slash('link')).settled()
  await takePrivate('link', 'The link to Plex’s own sign-in', anna, link.message)
  plex.signIn(member.link(link, 'Sign in to Plex'), accounts.anna)
  await discord.until(() => link.text().includes('Linked to'), 10_000)
  await takePrivate('linked', 'The account is linked', anna, link.message)
}
