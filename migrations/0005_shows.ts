import { type Kysely, sql } from 'kysely'
import { columns } from './_dialect.ts'

/** Shows: what is asked of them, who holds which season, how far it is, and the windows in which news are gathered. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await wishes(db)
  await claims(db)
  await tellings(db)
  await instances(db)
}

const wishes = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, number, json } = columns(db)
  await db.schema
    .alterTable('requests')
    .addColumn('quality', text, (c) => c.notNull().defaultTo('standard'))
    .execute()
  await db.schema.alterTable('requests').addColumn('wish', json).execute()
  await db.schema.alterTable('requests').addColumn('have', number).execute()
  await db.schema.alterTable('requests').addColumn('total', number).execute()
  await db.schema.alterTable('requests').addColumn('next_at', instant).execute()
  await db.schema.alterTable('requests').addColumn('measured_at', instant).execute()
  await db.schema.alterTable('requests').addColumn('upgraded_at', instant).execute()
}

/**
 * What open requests hold: the whole title (season and episode -1), a whole season (episode -1), or one episode. The
 * key is what keeps anything from being asked for twice; it takes the place of the index for films alone.
 */
const claims = async (db: Kysely<unknown>): Promise<void> => {
  const { text, number } = columns(db)
  await db.schema
    .createTable('claims')
    .addColumn('title_id', text, (c) => c.notNull().references('titles.id'))
    .addColumn('quality', text, (c) => c.notNull())
    .addColumn('season', number, (c) => c.notNull())
    .addColumn('episode', number, (c) => c.notNull())
    .addColumn('request_id', text, (c) => c.notNull().references('requests.id'))
    .addPrimaryKeyConstraint('claims_key', ['title_id', 'quality', 'season', 'episode'])
    .execute()
  await db.schema.createIndex('claims_request').on('claims').column('request_id').execute()
  await sql`
    insert into claims (title_id, quality, season, episode, request_id)
    select title_id, 'standard', -1, -1, id from requests
    where state in ('evaluating', 'pending', 'approved', 'added', 'downloading')
  `.execute(db)
  await db.schema.dropIndex('requests_one_open').execute()
}

const tellings = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, number, json } = columns(db)
  await db.schema
    .createTable('tellings')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('request_id', text, (c) => c.notNull().references('requests.id'))
    .addColumn('opened_at', instant, (c) => c.notNull())
    .addColumn('due_at', instant, (c) => c.notNull())
    .addColumn('whole', json, (c) => c.notNull())
    .addColumn('flushed_at', instant)
    .execute()
  await db.schema
    .createIndex('tellings_one_open')
    .unique()
    .on('tellings')
    .column('request_id')
    .where(sql.ref('flushed_at'), 'is', sql.lit(null))
    .execute()
  await db.schema
    .createTable('told_episodes')
    .addColumn('request_id', text, (c) => c.notNull().references('requests.id'))
    .addColumn('season', number, (c) => c.notNull())
    .addColumn('episode', number, (c) => c.notNull())
    .addColumn('telling_id', text, (c) => c.references('tellings.id'))
    .addPrimaryKeyConstraint('told_episodes_key', ['request_id', 'season', 'episode'])
    .execute()
  await db.schema.createIndex('told_episodes_telling').on('told_episodes').column('telling_id').execute()
}

const instances = async (db: Kysely<unknown>): Promise<void> => {
  const { text } = columns(db)
  await db.schema
    .alterTable('instances')
    .addColumn('series_type', text, (c) => c.notNull().defaultTo('standard'))
    .execute()
  await db.schema
    .alterTable('instances')
    .addColumn('season_monitoring', text, (c) => c.notNull().defaultTo('asked'))
    .execute()
  await db.schema
    .alterTable('instances')
    .addColumn('quality', text, (c) => c.notNull().defaultTo('standard'))
    .execute()
}
