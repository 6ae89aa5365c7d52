import type { MediaRequest } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import type { Db } from '../connect.ts'
import { listFollowers } from './followers.ts'
import { findRequest } from './requests.ts'
import { findTitle } from './titles.ts'

const POSTER_SIZE = 'w342'

/** Where TMDB (or its stand-in) serves the poster of a title; undefined when none is known. */
export const posterUrl = (imageUrl: string, title: { posterPath?: string }): string | undefined =>
  title.posterPath === undefined ? undefined : `${imageUrl}/${POSTER_SIZE}${title.posterPath}`

const instanceName = async (db: Db, id: string | undefined): Promise<string | undefined> => {
  if (id === undefined) return undefined
  const row = await db.selectFrom('instances').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name
}

/** Completes a request with its title, its askers and where it went. `imageUrl` is TMDB_IMAGE_URL. */
export const viewRequest = async (db: Db, request: MediaRequest, imageUrl: string): Promise<RequestView> => {
  const stored = await findTitle(db, request.titleId)
  if (stored === undefined) throw new Error(`request ${request.id} has no title`)
  const name = await instanceName(db, request.instanceId)
  const poster = posterUrl(imageUrl, stored.title)
  return {
    request,
    title: stored.title,
    askers: await listFollowers(db, request.id),
    ...(name === undefined ? {} : { instanceName: name }),
    ...(poster === undefined ? {} : { posterUrl: poster }),
  }
}

export const findRequestView = async (
  db: Db,
  id: string,
  imageUrl: string,
): Promise<RequestView | undefined> => {
  const request = await findRequest(db, id)
  return request && viewRequest(db, request, imageUrl)
}
