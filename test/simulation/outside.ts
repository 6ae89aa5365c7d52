import type { FaultKind } from '../../src/platform/faults.ts'
import type { Program } from './program.ts'
import type { Timeline } from './timeline.ts'
import type { World } from './world.ts'

/** What a service says no with, thrown by what a call does there. */
export class Refusal extends Error {
  readonly kind: FaultKind
  readonly facts: Readonly<{ code?: number | string; said?: string; retryAfterMs?: number }>

  constructor(kind: FaultKind, facts: Refusal['facts'] = {}) {
    super(kind)
    this.kind = kind
    this.facts = facts
  }
}

/** One service. */
export type Service = {
  readonly name: string
  isDown: boolean
  /** After so many calls more it breaks off, for so long. */
  breaks: { after: number; readonly ms: number } | undefined
  /** Whether what it gave no answer to may still happen later. */
  readonly actsLate: boolean
}

/** Takes a service away for a while. */
export const takeDown = (timeline: Timeline, service: Service, ms: number): void => {
  service.breaks = undefined
  service.isDown = true
  timeline.after(ms, () => {
    service.isDown = false
    return false
  })
}

type Trouble = 'none' | 'never-arrives' | 'answer-lost' | 'acts-late' | 'busy'

const troubleFor = ({ random, weather, timeline }: World, service: Service): Trouble => {
  const { isDown, actsLate, breaks } = service
  if (isDown) return 'never-arrives'
  if (breaks?.after === 0) {
    takeDown(timeline, service, breaks.ms)
    return 'answer-lost'
  }
  if (breaks !== undefined) breaks.after -= 1
  if (!random.chance(weather.services)) return 'none'
  const trouble = random.pick(['never-arrives', 'answer-lost', 'acts-late', 'busy'] as const)
  return trouble === 'acts-late' && !actsLate ? 'answer-lost' : trouble
}

const answerOf = <T>(effect: () => T): { value: T } | { refusal: Refusal } => {
  try {
    return { value: effect() }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

/**
 * A call of the program to a service, with all that may go wrong on the way: it does not arrive, its answer is lost,
 * it acts after its caller gave up, and the caller is killed before or after it acted. Once sent, a call acts without
 * its caller.
 */
export const call = <T>(
  world: World,
  program: Program,
  service: Service,
  operation: string,
  effect: () => T,
): Promise<T> => {
  const { timeline, random } = world
  const trouble = troubleFor(world, service)
  const onItsWay = (): number =>
    random.between(1, random.chance(world.weather.slow) ? random.pick([1_500, 15_000]) : 100)
  const label = `${program.life.name} ${service.name} ${operation}`
  return new Promise<T>((resolve, reject) => {
    const finish = (ms: number, act: () => void): void =>
      timeline.after(ms, () => {
        if (!program.life.alive) return false
        act()
        return true
      })
    const fail = (ms: number, kind: FaultKind, facts: Refusal['facts'] = {}): void =>
      finish(ms, () => {
        world.trace(label, kind, String(facts.code ?? ''))
        reject(new program.core.Fault({ kind, service: service.name, operation, ...facts }))
      })
    const act = (): ReturnType<typeof answerOf<T>> => {
      const answer = answerOf(effect)
      program.step()
      return answer
    }
    timeline.after(onItsWay(), () => {
      if (trouble === 'never-arrives')
        fail(random.between(1, 10_000), random.pick(['unreachable', 'timeout']))
      else if (trouble === 'busy') fail(5, 'rate-limited', { retryAfterMs: random.between(500, 30_000) })
      else if (trouble === 'acts-late') {
        fail(10_000, 'timeout')
        timeline.after(random.between(10_500, 40_000), () => {
          answerOf(effect)
          world.trace(label, 'acted late')
          return true
        })
      } else {
        const answer = act()
        if (trouble === 'answer-lost') fail(random.between(1, 10_000), random.pick(['timeout', 'server']))
        else if ('refusal' in answer) fail(5, answer.refusal.kind, answer.refusal.facts)
        else
          finish(onItsWay(), () => {
            world.trace(label)
            resolve(answer.value)
          })
      }
      return true
    })
  })
}
