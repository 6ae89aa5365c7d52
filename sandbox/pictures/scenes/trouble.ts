import type { Album } from '../album.ts'

const MINUTE = 60_000

/** An instance is away for a while. */
export const trouble = async (album: Album): Promise<void> => {
  const { house, stage, message, dm, cardOf, approve, takeCard, takeDm } = album
  const { discord, anna, desk, owner, radarr } = stage
  await radarr.down()
  const card = await cardOf(anna, 'blade runner', 'Blade Runner')
  await (await discord.as(anna).press(card, 'Request')).settled()
  await approve('Blade Runner')
  await house.jump(6 * MINUTE)
  const waits = await message(desk, 'Blade Runner', 'doesn’t answer')
  await takeCard('approval-waits', 'Approved, but Radarr is away: the reason, and what to do', desk, waits)
  const told = await dm(owner, 'doesn’t answer')
  await takeDm('dm-instance', 'A direct message to the owner: Radarr doesn’t answer', owner, told)
  await radarr.up()
  await house.jump(6 * MINUTE)
  await message(desk, 'Blade Runner', 'Radarr has it now')
  // It is told once it has lasted for a while.
  await house.jump(MINUTE)
  const well = await dm(owner, 'Radarr is well again')
  await takeDm('dm-instance-well', 'A direct message to the owner: Radarr is well again', owner, well)
}
