import { guidsOf } from '../discover/metadata.ts'
import { unixSeconds } from '../tv/times.ts'
import type { Holding, PlexTitle, Server } from '../world/types.ts'

/** A title as its server lists it. */
export const itemOf = (server: Server, title: PlexTitle, { ratingKey, addedAt, seasons }: Holding) => {
  const section = server.sections.find(({ type }) => type === title.kind)
  const isShow = title.kind === 'show'
  return {
    ratingKey: String(ratingKey),
    key: `/library/metadata/${ratingKey}${isShow ? '/children' : ''}`,
    guid: `plex://${title.kind}/${title.key}`,
    type: title.kind,
    title: title.title,
    ...(section && {
      librarySectionTitle: section.title,
      librarySectionID: section.key,
      librarySectionKey: `/library/sections/${section.key}`,
    }),
    summary: title.overview,
    ...(title.year > 0 && { year: title.year }),
    duration: title.runtime * 60_000,
    addedAt: unixSeconds(addedAt),
    updatedAt: unixSeconds(addedAt),
    ...(isShow && {
      leafCount: seasons.reduce((sum, { leafCount }) => sum + leafCount, 0),
      viewedLeafCount: 0,
      childCount: seasons.length,
    }),
    Guid: guidsOf(title).map((id) => ({ id })),
  }
}

/** The seasons of a show that its server holds. */
export const seasonsOf = (title: PlexTitle, { ratingKey, addedAt, seasons }: Holding) =>
  seasons.map((season) => ({
    ratingKey: String(season.ratingKey),
    key: `/library/metadata/${season.ratingKey}/children`,
    parentRatingKey: String(ratingKey),
    guid: `plex://season/${title.key}-${season.index}`,
    parentGuid: `plex://show/${title.key}`,
    type: 'season',
    title: season.index === 0 ? 'Specials' : `Season ${season.index}`,
    parentKey: `/library/metadata/${ratingKey}`,
    parentTitle: title.title,
    summary: '',
    index: season.index,
    leafCount: season.leafCount,
    viewedLeafCount: 0,
    addedAt: unixSeconds(addedAt),
    updatedAt: unixSeconds(addedAt),
  }))
