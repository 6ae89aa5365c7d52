import type { MediaRequest } from '../../domain/requests/request.ts'
import type { SayText } from '../texts/say.ts'

const STAGES = ['stage.asked', 'stage.approved', 'stage.downloading', 'stage.ready'] as const

const REACHED: Readonly<Record<MediaRequest['state'], number | undefined>> = {
  evaluating: 0,
  pending: 0,
  approved: 1,
  added: 1,
  downloading: 2,
  available: 3,
  denied: undefined,
  refused: undefined,
  cancelled: undefined,
}

/** Asked · Approved · Downloading · Ready, the present one bold. A request that is over shows where it left. */
export const stagesLine = ({ state }: Pick<MediaRequest, 'state'>, say: SayText): string => {
  const reached = REACHED[state]
  if (reached === undefined)
    return `${say('stage.asked')} · **${say(`stage.${state as 'denied' | 'refused' | 'cancelled'}`)}**`
  return STAGES.map((stage, index) => (index === reached ? `**${say(stage)}**` : say(stage))).join(' · ')
}
