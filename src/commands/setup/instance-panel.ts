import type { Probe } from '../../clients/arr/types.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { instancePanel } from '../../views/setup/instance-panel.ts'
import { type Context, type Reply, refuse, update } from '../define.ts'

/** The page of one instance as it stands; `probe` is what a test has just found, if one was made. */
export const instanceNow = async (
  { deps, say }: Pick<Context, 'deps' | 'say'>,
  id: string,
  probe?: Probe,
): Promise<Reply> => {
  const instance = await findInstance(deps.db, id)
  if (instance === undefined) return refuse({ code: 'instance-gone' })
  const { profileId, folder, tagIds, availability, seriesType, seasonMonitoring, quality, hook, ...shown } =
    instance
  return update(
    instancePanel(
      {
        instance: { ...shown, webhook: hook },
        chosen: {
          tagIds,
          availability,
          seriesType,
          seasonMonitoring,
          quality,
          ...(profileId === undefined ? {} : { profileId }),
          ...(folder === undefined ? {} : { folder }),
        },
        publicUrl: deps.publicUrl,
        ...(probe === undefined ? {} : { probe }),
      },
      say,
    ),
  )
}
