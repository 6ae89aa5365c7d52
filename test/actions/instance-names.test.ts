import { beforeEach, expect, it } from 'vitest'
import { reviseInstance } from '../../src/actions/setup/draft-instance.ts'
import { saveInstance } from '../../src/actions/setup/save-instance.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { cast } from './support/cast.ts'
import { desk, everything, furnish } from './support/desk.ts'
import { instance } from './support/things.ts'

onEachDatabase('the name of an instance', (ledger) => {
  beforeEach(async () => {
    await ledger.db.deleteFrom('instances').execute()
    await furnish(ledger.db)
  })
  const make = (name: string, state: 'ready' | 'draft' | 'removed' = 'ready') =>
    ledger.write((tx) => instance(tx, { name, state }))
  const save = (id: string) => saveInstance(desk(ledger.db), cast.admin, { id })
  const rename = (id: string, name: string) =>
    reviseInstance(desk(ledger.db), cast.admin, { id, name, url: 'http://radarr:7878' })

  it.each(['Films', 'films'])('that another has (as %s) is refused, and nothing changes', async (name) => {
    await make('Films')
    const ready = await make('Shows')
    const draft = await make(name, 'draft')
    const before = await everything(ledger.db)
    const refusal = { ok: false, refusal: { code: 'name-taken', name } }
    expect(await save(draft.id)).toEqual(refusal)
    expect(await rename(ready.id, name)).toEqual(refusal)
    expect(await everything(ledger.db)).toEqual(before)
  })

  it('may stay its own, in other letters too, and may be that of one that is gone or not saved yet', async () => {
    await make('Old', 'removed')
    await make('New', 'draft')
    const { id } = await make('Films')
    for (const name of ['Films', 'FILMS', 'Old', 'New'])
      expect(await rename(id, name)).toMatchObject({ ok: true })
  })

  it('of a draft is its own business until it is saved', async () => {
    await make('Films')
    const { id } = await make('Films 2', 'draft')
    expect(await rename(id, 'Films')).toMatchObject({ ok: true })
    expect(await save(id)).toMatchObject({ refusal: { code: 'name-taken' } })
  })
})
