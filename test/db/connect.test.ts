import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { connect, isOvertaken, isPostgres } from '../../src/db/connect.ts'
import { appendAudit } from '../../src/db/queries/audit.ts'
import { appendOutbox } from '../../src/db/queries/outbox.ts'
import { CannotStart } from '../../src/platform/data-dir.ts'
import { onEachDatabase } from './support/ledger.ts'
import { ids, instanceRow, person, request } from './support/rows.ts'
import { countWaiting } from './support/waiting.ts'

onEachDatabase('a transaction', (ledger) => {
  const counts = async () => ({
    people: (await ledger.db.selectFrom('people').select('id').execute()).length,
    audit: (await ledger.db.selectFrom('audit').select('id').execute()).length,
    waiting: await countWaiting(ledger.db),
  })

  it('that fails leaves nothing', async () => {
    const before = await counts()
    const failing = ledger.write(async (tx) => {
      const id = await person(tx)
      await appendAudit(tx, { kind: 'system', name: 'test' }, [{ action: 'a', subject: id }], 1, ids)
      await appendOutbox(tx, [{ name: 'request.submitted', subject: id }], 1, ids)
      throw new Error('the end')
    })
    await expect(failing).rejects.toThrow('the end')
    expect(await counts()).toEqual(before)
  })

  it('that the database refuses halfway leaves nothing either', async () => {
    const before = await counts()
    const failing = ledger.write(async (tx) => {
      await person(tx)
      await tx.insertInto('people').values({ id: 'twice', needsApproval: 0, createdAt: 1 }).execute()
      await tx.insertInto('people').values({ id: 'twice', needsApproval: 0, createdAt: 1 }).execute()
    })
    await expect(failing).rejects.toThrow(/unique/i)
    expect(await counts()).toEqual(before)
  })

  it('writes one line of who changed what', async () => {
    const member = {
      kind: 'member',
      discordId: '7',
      locale: 'de',
      isMember: true,
      roles: [],
      managesGuild: false,
      ownsApplication: false,
    } as const
    await ledger.write(async (tx) => {
      await appendAudit(
        tx,
        member,
        [{ action: 'request.deny', subject: 'r1', after: { state: 'denied' } }],
        5,
        ids,
      )
      await appendAudit(
        tx,
        { kind: 'system', name: 'relay' },
        [{ action: 'x', subject: 'r1', before: null }],
        6,
        ids,
      )
    })
    const lines = await ledger.db
      .selectFrom('audit')
      .selectAll()
      .where('subject', '=', 'r1')
      .orderBy('id')
      .execute()
    expect(lines.map(({ id: _, ...line }) => line)).toEqual([
      {
        at: 5,
        actor: 'discord.7',
        action: 'request.deny',
        subject: 'r1',
        before: null,
        after: '{"state":"denied"}',
      },
      { at: 6, actor: 'system.relay', action: 'x', subject: 'r1', before: 'null', after: null },
    ])
  })
})

onEachDatabase('what is stored', (ledger) => {
  it('comes back as it was: instants beyond 32 bits as numbers, texts with everything in them', async () => {
    const instant = 4_102_444_800_123
    const name = 'Ünï 🎬 \' " \\ % _ \n {}'
    await ledger.write((tx) =>
      tx
        .insertInto('instances')
        .values(instanceRow({ id: 'i', name, createdAt: instant }))
        .execute(),
    )
    const row = await ledger.db
      .selectFrom('instances')
      .selectAll()
      .where('id', '=', 'i')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ ...instanceRow(), id: 'i', name, createdAt: instant })
  })

  it('knows its kind', () => {
    expect(isPostgres(ledger.db)).toBe(ledger.kind === 'postgres')
  })

  it.each([
    ['a request without a title', 'requests', { titleId: 'none' }],
    ['a request of nobody', 'requests', { personId: 'none' }],
    ['a request for an instance that is none', 'requests', { instanceId: 'none' }],
  ] as const)('%s is refused', async (_, table, patch) => {
    const { id } = await ledger.write((tx) => request(tx))
    const update = ledger.db.updateTable(table).set(patch).where('id', '=', id).execute()
    await expect(update).rejects.toThrow(/foreign key/i)
  })

  it('nothing can be taken away from under what needs it', async () => {
    const { id, titleId, personId } = await ledger.write((tx) => request(tx))
    const { db } = ledger
    await db
      .insertInto('followers')
      .values({ requestId: id, personId, discordId: '1', createdAt: 1 })
      .execute()
    for (const removal of [
      db.deleteFrom('titles').where('id', '=', titleId),
      db.deleteFrom('people').where('id', '=', personId),
      db.deleteFrom('requests').where('id', '=', id),
    ]) {
      await expect(removal.execute()).rejects.toThrow(/foreign key/i)
    }
  })
})

describe('SQLite', () => {
  const open = async <T>(work: (path: string, folder: string) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), 'usherr-connect-'))
    try {
      return await work(join(folder, 'deep', 'usherr.db'), folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  it('makes its folder, and survives a power cut after a commit', async () => {
    await open(async (path) => {
      const db = connect({ kind: 'sqlite', path })
      const pragma = async (name: string) =>
        Object.values(
          (await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db)).rows[0] ?? {},
        )[0]
      expect(await pragma('journal_mode')).toBe('wal')
      expect(await pragma('synchronous')).toBe(2)
      expect(await pragma('foreign_keys')).toBe(1)
      expect(await pragma('busy_timeout')).toBe(5_000)
      await db.destroy()
    })
  })

  it('that can’t be opened says so in one sentence that names the variable', async () => {
    await open(async (_, folder) => {
      writeFileSync(join(folder, 'text.db'), 'This is no database. '.repeat(100))
      mkdirSync(join(folder, 'folder.db'))
      for (const name of ['text.db', 'folder.db', 'text.db/usherr.db']) {
        const attempt = () => connect({ kind: 'sqlite', path: join(folder, name) })
        expect(attempt).toThrow(CannotStart)
        expect(attempt).toThrow(/^DATABASE_URL: .+ cannot be used as a database \(.+\)\.$/)
      }
    })
  })
})

it.each([
  ['40P01', true],
  ['23503', true],
  ['23505', true],
  ['23514', false],
  [undefined, false],
])('takes PostgreSQL’s %s for a transaction that was overtaken: %s', (code, isIt) => {
  expect(isOvertaken(Object.assign(new Error('no'), { code }))).toBe(isIt)
})
