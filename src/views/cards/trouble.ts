import type { RequestView } from '../../domain/requests/view.ts'
import { markup } from '../../platform/i18n.ts'
import { nameOf, oneLine } from '../kit/foreign.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'

/** Why an approved request is not on its way, for those who can mend it: which instance, what is wrong, what to do. */
export const adminTroubleLine = (
  { request, instanceName }: RequestView,
  say: SayText,
): string | undefined => {
  if (request.trouble === undefined) return undefined
  const { code, said } = request.trouble
  return `${SIGNS.trouble} ${say(`trouble.${code}.admin`, {
    instance: nameOf(instanceName ?? ''),
    said: markup(said === undefined ? 'none' : 'some'),
    words: oneLine(said ?? '', 200).replace(/\.+$/, ''),
  })}`
}
