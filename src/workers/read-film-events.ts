import { recordArrNews } from '../actions/requests/record-arr-news.ts'
import type { HistoryEvent } from '../clients/arr/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { ArrNews } from '../domain/requests/progress.ts'
import type { TitleRef } from '../domain/titles/title.ts'
import type { JobDeps } from './deps.ts'
import { actAs } from './system.ts'

/** Where something happened: the title, and its number there. */
export type Place = Readonly<{ instance: Instance; ref: TitleRef; arrId: number }>

/** What events of a title's history mean: the last failure, the last better copy, and whether to look what is there. */
export const sumUpEvents = (events: readonly HistoryEvent[]) => {
  const failed = events.findLast(({ what }) => what === 'failed')
  const upgraded = events.findLast(({ upgrade }) => upgrade === true)
  const deleted = events.some(({ what, upgrade }) => what === 'file-deleted' && upgrade !== true)
  return { failed, upgraded, deleted, moved: deleted || events.some(({ what }) => what === 'imported') }
}

/** Makes of a film's history what webhooks would have told. */
export const readFilmEvents = async (
  { instance, ref, arrId }: Place,
  events: readonly HistoryEvent[],
  deps: JobDeps,
): Promise<void> => {
  const radarr = deps.radarr(instance)
  const tell = async (news: ArrNews): Promise<void> => {
    await recordArrNews(deps, actAs('reconcile-instance'), { instanceId: instance.id, ref, news })
  }
  const { failed, upgraded, deleted, moved } = sumUpEvents(events)
  if (failed !== undefined) {
    const going = (await radarr.queue()).some((item) => item.arrId === arrId)
    await tell({ what: 'failed', going, ...(failed.said === undefined ? {} : { said: failed.said }) })
  }
  if (upgraded !== undefined) await tell({ what: 'upgraded', at: upgraded.at })
  if (!moved) return
  const film = await radarr.find(Number(ref.value))
  if (film?.hasFile === true) await tell({ what: 'imported' })
  else if (film === undefined || deleted)
    await tell(film === undefined ? { what: 'removed' } : { what: 'deleted' })
}
