import { INSTANCE_NEWS } from '../actions/telling/tell-of-instance.ts'
import type { Delivery } from '../db/queries/deliveries.ts'
import { findInstance } from '../db/queries/instances.ts'
import { listApproved } from '../db/queries/requests.ts'
import { matterOf } from '../domain/instances/health.ts'
import type { MessageBody } from '../views/kit/message.ts'
import { instanceNotice, instanceWellNotice } from '../views/notices/instance-notice.ts'
import type { SayText } from '../views/texts/say.ts'
import type { JobDeps } from './deps.ts'

/** Whether a delivery tells how an instance does. */
export const isInstanceNews = ({ kind }: Delivery): boolean =>
  Object.values<string>(INSTANCE_NEWS).includes(kind)

/** What such a delivery says; undefined when it is no longer so. */
export const composeInstanceNews = async (
  { kind, subject }: Delivery,
  say: SayText,
  { db }: Pick<JobDeps, 'db'>,
): Promise<MessageBody | undefined> => {
  const [id = '', , about] = subject.split('.')
  const instance = await findInstance(db, id)
  if (instance === undefined) return undefined
  const { name, health, resumed } = instance
  if (kind === INSTANCE_NEWS.well) {
    return health.state === 'ok' && String(health.since) === about
      ? instanceWellNotice(name, resumed, say)
      : undefined
  }
  if (health.state !== 'trouble' || matterOf(health) !== about) return undefined
  return instanceNotice({ name, health }, (await listApproved(db, id)).length, say)
}
