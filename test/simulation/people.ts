import type { Outcome } from '../../src/domain/refusals.ts'
import type { MediaRequest } from '../../src/domain/requests/request.ts'
import type { House } from './house.ts'
import { type Service, takeDown } from './outside.ts'
import type { Step } from './scenario.ts'
import { actorOf, CHANNELS, FILM_TMDB, FOLDER, PROFILE } from './setting.ts'
import { violate, type World } from './world.ts'

/** So long somebody waits before they press again while the program is away. */
const PRESS_AGAIN_MS = 3_000

const requestIds = (world: World): readonly { id: string; kind: string; state: string }[] =>
  world.ledger.all('select id, kind, state from requests order by rowid')

const chosen = (world: World, nth: number): { id: string; kind: string; state: string } | undefined => {
  const all = requestIds(world)
  return all[nth % Math.max(1, all.length)]
}

type Answer = Promise<Outcome<unknown>>

const press = (world: World, house: House, step: Step): Answer | undefined => {
  const program = house.anyone()
  if (program === undefined) return undefined
  const { core, actions } = program
  if (step.what === 'ask') {
    const wish = step.wish === undefined ? {} : { wish: step.wish }
    return core.submitRequest(actions, actorOf(step.who), {
      titleId: house.setting.titles[step.title],
      ...wish,
    })
  }
  if (!('nth' in step) || !('who' in step)) return undefined
  const request = chosen(world, step.nth)
  if (request === undefined) return undefined
  const input = { requestId: request.id }
  const actor = actorOf(step.who)
  switch (step.what) {
    case 'join':
      return core.followRequest(actions, actor, input)
    case 'withdraw':
      return core.cancelRequest(actions, actor, input)
    case 'search again':
      return core.searchAgain(actions, actor, input)
    case 'approve':
      return core.approveRequest(actions, actor, input)
    case 'deny':
      return core.denyRequest(actions, actor, { ...input, reason: 'No.' })
    case 'approve with changes': {
      const instanceId = house.setting.instances[request.kind === 'film' ? 'radarr' : 'sonarr']
      const wish = step.wish === undefined || request.kind === 'film' ? {} : { wish: step.wish }
      const changes = { instanceId, profileId: PROFILE, folder: FOLDER, ...wish }
      return core.approveWithChanges(actions, actor, { ...input, changes })
    }
  }
}

const serviceOf = ({ radarr, sonarr, discord }: House, name: 'radarr' | 'sonarr' | 'discord'): Service =>
  ({ radarr, sonarr, discord })[name].service

const outage = (world: World, house: House, { service, ms }: Extract<Step, { what: 'outage' }>): void => {
  if (service !== 'redis') {
    takeDown(world.timeline, serviceOf(house, service), ms)
    return
  }
  house.redis.setDown(true)
  world.timeline.after(ms, () => {
    house.redis.setDown(false)
    return true
  })
}

const loseChannel = (world: World, house: House, step: Extract<Step, { what: 'lose a channel' }>): void => {
  const channelId = CHANNELS[step.place]
  house.discord.troubles.set(channelId, 'mute')
  world.timeline.after(step.ms, () => {
    house.discord.troubles.delete(channelId)
    return false
  })
}

/** Does what a step says. */
export const perform = (world: World, house: House, step: Step): void => {
  if (!happens(world, house, step)) ask(world, house, step)
}

/** Does what nobody has to answer; false for what is asked of the program. */
const happens = (world: World, house: House, step: Step): boolean => {
  const { timeline } = world
  switch (step.what) {
    case 'outage':
      outage(world, house, step)
      return true
    case 'break a call':
      serviceOf(house, step.service).breaks = { after: step.after, ms: step.ms }
      return true
    case 'empty redis':
      house.redis.flush()
      return true
    case 'kill': {
      const program = house.programs[step.process]
      if (program !== undefined) Object.assign(program.life, { stepsLeft: step.after, awayMs: step.awayMs })
      return true
    }
    case 'set the clock':
      timeline.jump(step.by)
      return true
    case 'delete a card': {
      const cards = house.discord.messages.filter(({ channelId }) => !channelId.startsWith('dm-'))
      const card = cards[step.nth % Math.max(1, cards.length)]
      if (card !== undefined) card.isDeleted = true
      return true
    }
    case 'lose a channel':
      loseChannel(world, house, step)
      return true
    case 'delete the film':
      house.radarr.remove(FILM_TMDB)
      return true
    case 'delete the file':
      house.radarr.empty(FILM_TMDB)
      return true
    case 'upgrade the film':
      house.radarr.upgrade(FILM_TMDB)
      return true
    case 'delete an episode':
      house.sonarr.empty(7, step.nth)
      return true
    case 'announce a season':
      house.sonarr.announce(7)
      return true
    default:
      return false
  }
}

const ask = (world: World, house: House, step: Step): void => {
  const answer = press(world, house, step)
  if (answer === undefined) {
    if (house.anyone() !== undefined) return
    world.timeline.after(PRESS_AGAIN_MS, () => {
      perform(world, house, step)
      return true
    })
    return
  }
  answer.then(
    (outcome) => {
      const value = outcome.ok
        ? (outcome.value as Partial<MediaRequest> & { request?: MediaRequest })
        : undefined
      const request = value?.request ?? value
      if (request?.id !== undefined && 'who' in step)
        world.answers.push({ what: step.what, who: step.who, requestId: request.id })
      world.trace(
        'who' in step ? step.who : '',
        step.what,
        outcome.ok ? `ok ${request?.state ?? ''}` : outcome.refusal.code,
      )
    },
    (error: unknown) => violate(world, 'no press ends in an error', `${step.what}: ${error}`),
  )
}
