import { z } from 'zod'
import { draftInstance, reviseInstance } from '../../actions/setup/draft-instance.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { digest } from '../../platform/crypto.ts'
import { ids } from '../../views/ids.ts'
import { instanceModal } from '../../views/setup/instance-modal.ts'
import { type Context, defineComponent, defineModal, modal, refuse } from '../define.ts'
import { testInstance } from './test-instance.ts'

/** `Add Radarr` of the panel. */
export const addInstanceButton = defineComponent({
  id: ids.addInstance,
  ack: 'modal',
  allow: 'admin',
  run: async ({ say }, { kind }) => modal(instanceModal({ kind }, say)),
})

/** `Edit` of an instance's page. The key is never shown again: an empty field keeps it. */
export const editInstanceButton = defineComponent({
  id: ids.editInstance,
  ack: 'modal',
  allow: 'admin',
  run: async ({ deps, say }, { instanceId }) => {
    const instance = await findInstance(deps.db, instanceId)
    if (instance === undefined) return refuse({ code: 'instance-gone' })
    const { kind, name, url } = instance
    return modal(instanceModal({ kind, instanceId, values: { name, url } }, say))
  },
})

/** An address as people paste it: with or without a scheme, a trailing slash, or the page they were on. */
const readAddress = (text: string): string | undefined => {
  const withScheme = /^https?:\/\//i.test(text) ? text : `http://${text}`
  if (!URL.canParse(withScheme)) return undefined
  const { protocol, host, pathname, username, password } = new URL(withScheme)
  if (host === '' || username !== '' || password !== '') return undefined
  return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`
}

const seal = ({ deps }: Context, id: string, column: string, secret: string) =>
  deps.vault.seal({ table: 'instances', id, column }, secret)

/** What an admin typed: kept as a draft, then tested live. */
export const instanceDetailsModal = defineModal({
  id: ids.instanceDetails,
  ack: 'update',
  slow: true,
  allow: 'admin',
  fields: z.object({
    name: z.string().trim().min(1).max(60),
    address: z.string().trim().max(400),
    key: z.string().trim().max(200).default(''),
  }),
  run: async (ctx, { kind, instanceId }, { name, address, key }) => {
    const { deps, actor } = ctx
    const url = readAddress(address)
    if (url === undefined) return refuse({ code: 'address-invalid' })
    if (instanceId !== undefined) {
      const apiKey = key === '' ? {} : { apiKey: seal(ctx, instanceId, 'api_key', key) }
      const outcome = await reviseInstance(deps, actor, { id: instanceId, name, url, ...apiKey })
      return outcome.ok ? testInstance(ctx, instanceId) : refuse(outcome.refusal)
    }
    const id = deps.ids.next(deps.clock.now())
    const secret = deps.ids.secret()
    const outcome = await draftInstance(deps, actor, {
      id,
      kind,
      name,
      url,
      apiKey: seal(ctx, id, 'api_key', key),
      hookSecret: seal(ctx, id, 'hook_secret', secret),
      hookDigest: digest(secret),
    })
    return outcome.ok ? testInstance(ctx, id) : refuse(outcome.refusal)
  },
})
