import { type Kysely, sql } from 'kysely'
import { columns } from './_dialect.ts'

/** What people have on their Plex watchlists, how it is read, and what became of it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await accounts(db)
  await followers(db)
  await lists(db)
  await items(db)
  await plex(db)
}

const accounts = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, flag, number, json } = columns(db)
  const accounts = db.schema.alterTable('plex_accounts')
  for (const column of ['uuid', 'title', 'relation']) await accounts.addColumn(column, text).execute()
  for (const column of ['found_at', 'suspended_at', 'token_refused_at'])
    await accounts.addColumn(column, instant).execute()
  await accounts.addColumn('missed', number, (c) => c.notNull().defaultTo(0)).execute()
  await accounts.addColumn('syncs', flag, (c) => c.notNull().defaultTo(1)).execute()
  await db.schema.createIndex('plex_accounts_uuid').on('plex_accounts').column('uuid').unique().execute()
  await db.schema
    .alterTable('people')
    .addColumn('needs_approval', flag, (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('home')
    .addColumn('watch', json, (c) => c.notNull().defaultTo('{}'))
    .execute()
}

/** Somebody who is known by their Plex account alone follows what they asked for too. */
const followers = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant } = columns(db)
  await db.schema.alterTable('followers').renameTo('followers_before').execute()
  await db.schema.dropIndex('followers_person').execute()
  await db.schema
    .createTable('followers')
    .addColumn('request_id', text, (c) => c.notNull().references('requests.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('people.id'))
    .addColumn('discord_id', text)
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('asked_at', instant)
    .addColumn('waits_until', instant)
    .addPrimaryKeyConstraint('followers_pair', ['request_id', 'person_id'])
    .execute()
  await sql`
    insert into followers (request_id, person_id, discord_id, created_at, asked_at, waits_until)
    select request_id, person_id, discord_id, created_at, asked_at, waits_until from followers_before
  `.execute(db)
  await db.schema.dropTable('followers_before').execute()
  await db.schema.createIndex('followers_person').on('followers').column('person_id').execute()
}

const lists = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, number, json } = columns(db)
  await db.schema
    .createTable('watch_lists')
    .addColumn('plex_id', text, (c) => c.primaryKey().references('plex_accounts.plex_id'))
    .addColumn('access', text, (c) => c.notNull())
    .addColumn('newest', json, (c) => c.notNull())
    .addColumn('etag', text)
    .addColumn('checked_at', instant)
    .addColumn('trouble', json)
    .addColumn('pass', number, (c) => c.notNull())
    .addColumn('pass_began', instant)
    .addColumn('pass_cursor', text)
    .addColumn('pass_total', number)
    .addColumn('pass_seen', number, (c) => c.notNull())
    .addColumn('pass_skipped', number, (c) => c.notNull())
    .addColumn('pass_due', instant, (c) => c.notNull())
    .addColumn('first_pass_at', instant)
    .addColumn('last_pass_at', instant)
    .addColumn('empty_passes', number, (c) => c.notNull())
    .addColumn('empty_since', instant)
    .execute()
}

const items = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, number, flag, json } = columns(db)
  await db.schema
    .createTable('watch_items')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('plex_id', text, (c) => c.notNull().references('plex_accounts.plex_id'))
    .addColumn('title_id', text, (c) => c.notNull().references('titles.id'))
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('reason', json)
    .addColumn('request_id', text, (c) => c.references('requests.id'))
    .addColumn('follows', flag, (c) => c.notNull())
    .addColumn('added_at', instant, (c) => c.notNull())
    .addColumn('considered_at', instant)
    .addColumn('retry_at', instant)
    .addColumn('seen_pass', number, (c) => c.notNull())
    .addColumn('missed', number, (c) => c.notNull())
    .addColumn('gone_at', instant)
    .addUniqueConstraint('watch_items_pair', ['plex_id', 'title_id'])
    .execute()
  await db.schema.alterTable('titles').addColumn('ids_due', instant).execute()
  await db.schema.createIndex('titles_ids_due').on('titles').column('ids_due').execute()
  await db.schema.createIndex('watch_items_title').on('watch_items').column('title_id').execute()
  await db.schema.createIndex('watch_items_request').on('watch_items').column('request_id').execute()
  await db.schema.createIndex('watch_items_retry').on('watch_items').column('retry_at').execute()
  await db.schema
    .createTable('exclusions')
    .addColumn('title_id', text, (c) => c.notNull().references('titles.id'))
    .addColumn('person_id', text, (c) => c.notNull())
    .addColumn('by', text, (c) => c.notNull())
    .addColumn('created_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('exclusions_pair', ['title_id', 'person_id'])
    .execute()
}

const plex = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, number, json } = columns(db)
  await db.schema
    .createTable('feeds')
    .addColumn('kind', text, (c) => c.primaryKey())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('url', text)
    .addColumn('print', text)
    .addColumn('keys', json, (c) => c.notNull())
    .addColumn('suspects', json, (c) => c.notNull())
    .addColumn('since', instant, (c) => c.notNull())
    .addColumn('read_at', instant)
    .addColumn('failures', number, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('paces')
    .addColumn('name', text, (c) => c.primaryKey())
    .addColumn('level', number, (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('paused_until', instant)
    .execute()
}
