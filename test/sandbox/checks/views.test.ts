import { InteractionResponseType } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { loadChecks } from '../../../sandbox/discord/checks/index.ts'
import { commands } from '../../../src/commands/index.ts'
import { answered, edited, offered, type Request, registered, registeredInGuild, sent } from './requests.ts'
import { choices, messages, modals } from './view-samples.ts'

const checks = await loadChecks()
const breachesOf = (request: Request) => checks.flatMap((check) => check(request))

describe('what the program shows keeps Discord’s rules', () => {
  it.each(Object.entries(messages()))('message: %s', (_name, message) => {
    expect(breachesOf(sent(message))).toEqual([])
    expect(breachesOf(edited(message))).toEqual([])
    expect(breachesOf(answered(InteractionResponseType.UpdateMessage, message))).toEqual([])
  })

  it.each(Object.entries(modals()))('modal: %s', (_name, modal) => {
    expect(breachesOf(answered(InteractionResponseType.Modal, modal))).toEqual([])
  })

  it.each(Object.entries(choices()))('choices: %s', (_name, offer) => {
    expect(breachesOf(offered(...offer))).toEqual([])
  })

  it('its commands', () => {
    const all = commands.map(({ data }) => data)
    expect(all.length).toBeGreaterThan(0)
    expect(breachesOf(registered(...all))).toEqual([])
    const local = all.map((command) => ({ ...command, contexts: undefined, integration_types: undefined }))
    expect(breachesOf(registeredInGuild(...local))).toEqual([])
  })
})
