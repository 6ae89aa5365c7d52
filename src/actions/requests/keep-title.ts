import { saveTitle } from '../../db/queries/titles.ts'
import { done } from '../../domain/refusals.ts'
import type { Title } from '../../domain/titles/title.ts'
import { defineAction } from '../define.ts'

/** Keeps the facts of a title that somebody looked at, so that asking for it needs no network. The value is its row's id. */
export const keepTitle = defineAction<{ title: Title }, string>({
  name: 'title.keep',
  allow: 'member',
  run: async ({ tx, now, ids }, { title }) => done(await saveTitle(tx, title, now, ids)),
})
