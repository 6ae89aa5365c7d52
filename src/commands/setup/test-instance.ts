import { recordOffer } from '../../actions/setup/record-instance.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { type Context, type Reply, refuse } from '../define.ts'
import { instanceNow } from './instance-panel.ts'

/** Tests an instance live, keeps what it offers, and shows its page with what was found. */
export const testInstance = async (ctx: Context, id: string): Promise<Reply> => {
  const { deps, actor } = ctx
  const instance = await findInstance(deps.db, id)
  if (instance === undefined) return refuse({ code: 'instance-gone' })
  const apiKey = deps.vault.open({ table: 'instances', id, column: 'api_key' }, instance.apiKey)
  const { kind, url, name } = instance
  const probe = await deps.probe(kind, { url, name, apiKey }, deps.hookOf(instance))
  if (probe.ok) {
    const { version, profiles, folders, tags } = probe
    const outcome = await recordOffer(deps, actor, { id, version, choices: { profiles, folders, tags } })
    if (!outcome.ok) return refuse(outcome.refusal)
  }
  return instanceNow(ctx, id, probe)
}
