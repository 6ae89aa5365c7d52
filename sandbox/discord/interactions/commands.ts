import type { APIApplicationCommand } from 'discord-api-types/v10'
import { z } from 'zod'
import { read } from '../messages/body.ts'
import { invalid, tooManyCommands, tooManyCreations } from '../rest/errors.ts'
import type { Service } from '../service.ts'
import { announce } from '../world/world.ts'
import { keepCommandRules, type NewCommand, newCommand } from './command-shape.ts'

/** How many commands of a type one place may have. */
const MOST: Record<number, number> = { 1: 100, 2: 15, 3: 15 }
const sameCommand = (one: { name: string; type: number }, other: { name: string; type: number }): boolean =>
  one.name === other.name && one.type === other.type

/**
 * Registers commands in a guild, or everywhere when `place` is null. With `replace` these are all there are. A command
 * that was known by its name and type keeps its id and counts as no creation.
 */
export const keepCommands = (
  { world, limits }: Service,
  place: string | null,
  body: unknown,
  { replace }: { replace: boolean },
): { commands: APIApplicationCommand[]; made: number } => {
  const wanted = read(z.array(newCommand), body)
  const before = world.commands.get(place) ?? []
  for (const [index, one] of wanted.entries()) {
    keepCommandRules(one, replace ? String(index) : '', place)
    if (wanted.findIndex((other) => sameCommand(one, other)) !== index) {
      throw invalid(`${index}.name`, 'Application command names must be unique')
    }
  }
  const known = (one: NewCommand) => before.find((other) => sameCommand(one, other))
  const kept = replace ? [] : before.filter((old) => !wanted.some((one) => sameCommand(one, old)))
  for (const [type, most] of Object.entries(MOST)) {
    if ([...kept, ...wanted].filter((one) => one.type === Number(type)).length > most) throw tooManyCommands()
  }
  const fresh = wanted.filter((one) => !known(one))
  for (const _ of fresh) if (!limits.takeCreation(place ?? 'everywhere')) throw tooManyCreations()
  const commands = wanted.map((one) => ({
    default_member_permissions: null,
    nsfw: false,
    ...(place === null
      ? { contexts: null, integration_types: [0], dm_permission: true }
      : { guild_id: place }),
    ...one,
    description: one.description ?? '',
    id: known(one)?.id ?? world.newId(),
    application_id: world.application.id,
    version: world.newId(),
  })) as unknown as APIApplicationCommand[]
  world.commands.set(place, [...kept, ...commands])
  announce(world)
  return { commands, made: fresh.length }
}
