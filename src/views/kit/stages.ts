import type { MediaRequest, RequestState } from '../../domain/requests/request.ts'
import type { TextKey } from '../texts/en.ts'
import type { SayText } from '../texts/say.ts'

type Standing = Pick<MediaRequest, 'state' | 'trouble'>

const STAGES = ['stage.asked', 'stage.approved', 'stage.downloading', 'stage.ready'] as const

const STAGE: Readonly<
  Record<RequestState, (typeof STAGES)[number] | 'denied' | 'refused' | 'cancelled' | 'removed'>
> = {
  evaluating: 'stage.asked',
  pending: 'stage.asked',
  approved: 'stage.approved',
  added: 'stage.approved',
  downloading: 'stage.downloading',
  available: 'stage.ready',
  removed: 'removed',
  denied: 'denied',
  refused: 'refused',
  cancelled: 'cancelled',
}

/** The way that a request took: the stages, and which of them is the present one. A side-track ends the line. */
const wayOf = ({ state, trouble }: Standing): { stages: readonly TextKey[]; present: TextKey } => {
  const stage = STAGE[state]
  if (stage === 'removed') return { stages: [...STAGES, 'stage.removed'], present: 'stage.removed' }
  if (stage === 'denied' || stage === 'refused' || stage === 'cancelled') {
    return { stages: ['stage.asked', `stage.${stage}`], present: `stage.${stage}` }
  }
  return trouble === undefined
    ? { stages: STAGES, present: stage }
    : { stages: ['stage.asked', 'stage.approved', 'stage.stuck'], present: 'stage.stuck' }
}

/** The present stage in one word. */
export const stageWord = (request: Standing, say: SayText): string => say(wayOf(request).present)

/** Asked · Approved · Downloading · Ready, the present one bold. */
export const stagesLine = (request: Standing, say: SayText): string => {
  const { stages, present } = wayOf(request)
  return stages.map((stage) => (stage === present ? `**${say(stage)}**` : say(stage))).join(' · ')
}
