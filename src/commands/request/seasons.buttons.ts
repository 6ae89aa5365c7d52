import { z } from 'zod'
import { findTitleByRef } from '../../db/queries/titles.ts'
import { rangesOf, readOpenRanges, readRanges } from '../../domain/seasons/ranges.ts'
import {
  latestSeason,
  missingSeasons,
  numberedSeasons,
  wantableSeasons,
} from '../../domain/seasons/standing.ts'
import { EMPTY_WISH, tidyWish, type Wish } from '../../domain/seasons/wish.ts'
import { readRef } from '../../domain/titles/title.ts'
import { ids } from '../../views/ids.ts'
import { episodesModal, seasonsModal } from '../../views/request/seasons-modal.ts'
import { type Context, defineComponent, defineModal, modal, type Reply, refuse, update } from '../define.ts'
import { type Choose, type Offer, showCardNow } from './show-card.ts'

const LATER = 'later'

/** The card with another choice, in the place of the one that was pressed. */
const choose = async (
  ctx: Context,
  text: string,
  how: Choose,
  manner?: Parameters<typeof showCardNow>[3],
): Promise<Reply> => {
  const ref = readRef(text)
  if (ref === undefined) return refuse({ code: 'title-unknown' })
  const reply = await showCardNow(ctx, ref, how, manner)
  return reply.kind === 'show' ? update(reply.body) : reply
}

const SHORTCUTS: Readonly<Record<'all' | 'missing' | 'latest', (offer: Offer) => Wish>> = {
  all: ({ title, standings, has4k }) => ({
    ...EMPTY_WISH,
    seasons: has4k ? numberedSeasons(standings) : wantableSeasons(standings),
    future: title.ended !== true,
  }),
  missing: ({ standings }) => ({ ...EMPTY_WISH, seasons: missingSeasons(standings) }),
  latest: ({ standings }) => {
    const latest = latestSeason(standings)
    return { ...EMPTY_WISH, seasons: latest === undefined ? [] : [latest] }
  },
}

/** `All seasons`, `Missing`, `Latest`: chooses, and asks for nothing yet. */
export const seasonsShortcutButton = defineComponent({
  id: ids.seasonsShortcut,
  ack: 'update',
  slow: true,
  allow: 'member',
  run: (ctx, { ref, what }) => choose(ctx, ref, SHORTCUTS[what]),
})

/**
 * The asked seasons without those that are here whole, unless a copy in 4K can be had; a refusal when a number is none
 * of the show's, or nothing is left.
 */
const fromNumbers =
  (numbers: readonly number[], future: boolean): Choose =>
  ({ standings, has4k }) => {
    const known = new Map(standings.map((standing) => [standing.number, standing]))
    const stranger = numbers.find((number) => !known.has(number))
    if (stranger !== undefined) {
      const seasons = rangesOf(standings.map(({ number }) => number))
      return { code: 'season-unknown', season: stranger, seasons }
    }
    const wanted = numbers.filter((number) => has4k || known.get(number)?.state !== 'here')
    if (wanted.length === 0 && numbers.length > 0 && !future) return { code: 'seasons-here' }
    return tidyWish({ seasons: wanted, episodes: [], future })
  }

/** Seasons picked in the select. */
export const pickSeasonsSelect = defineComponent({
  id: ids.pickSeasons,
  ack: 'update',
  slow: true,
  allow: 'member',
  run: (ctx, { ref }, picked) => {
    const numbers = picked.filter((value) => /^\d{1,4}$/.test(value)).map(Number)
    return choose(ctx, ref, fromNumbers(numbers, picked.includes(LATER)), { isPicked: true })
  },
})

/** `Choose seasons…` of a show with more seasons than a select holds. */
export const typeSeasonsButton = defineComponent({
  id: ids.typeSeasons,
  ack: 'modal',
  allow: 'member',
  run: async (ctx, { ref: text }) => {
    const ref = readRef(text)
    const found = ref && (await findTitleByRef(ctx.deps.db, ref))
    if (ref === undefined || found === undefined) return refuse({ code: 'title-unknown' })
    const seasons = (found.title.seasons ?? []).map(({ number }) => number)
    return modal(seasonsModal({ ref, title: found.title, seasons }, ctx.say))
  },
})

export const typedSeasonsModal = defineModal({
  id: ids.typedSeasons,
  ack: 'update',
  slow: true,
  allow: 'member',
  fields: z.object({ seasons: z.string().trim().max(300) }),
  run: (ctx, { ref }, { seasons }) =>
    choose(ctx, ref, (offer) => {
      const typed = readOpenRanges(seasons)
      if (typed === undefined) return { code: 'seasons-unclear', text: seasons }
      const { numbers, from } = typed
      if (from === undefined) return fromNumbers(numbers, false)(offer)
      const following = offer.standings.map(({ number }) => number).filter((number) => number >= from)
      return fromNumbers([...numbers, ...following], offer.title.ended !== true)(offer)
    }),
})

/** The asked episodes without those that are here; none asked means the whole season again. */
const fromEpisodes =
  (season: number, numbers: readonly number[]): Choose =>
  ({ episodes, has4k }) => {
    if (numbers.length === 0) return { ...EMPTY_WISH, seasons: [season] }
    const known = new Map(episodes.map((standing) => [standing.episode, standing]))
    const stranger = numbers.find((number) => !known.has(number))
    if (stranger !== undefined) {
      const list = rangesOf(episodes.map(({ episode }) => episode))
      return { code: 'episode-unknown', episode: stranger, episodes: list }
    }
    const wanted = numbers.filter((number) => has4k || known.get(number)?.state !== 'here')
    if (wanted.length === 0) return { code: 'seasons-here' }
    return tidyWish({ ...EMPTY_WISH, episodes: wanted.map((episode) => ({ season, episode })) })
  }

/** Single episodes picked of the one season that was chosen. */
export const pickEpisodesSelect = defineComponent({
  id: ids.pickEpisodes,
  ack: 'update',
  slow: true,
  allow: 'member',
  run: (ctx, { ref, season }, picked) => {
    const numbers = picked.filter((value) => /^\d{1,4}$/.test(value)).map(Number)
    return choose(ctx, ref, fromEpisodes(season, numbers), { season })
  },
})

/** `Choose episodes…` of a season with more episodes than a select holds. */
export const typeEpisodesButton = defineComponent({
  id: ids.typeEpisodes,
  ack: 'modal',
  allow: 'member',
  run: async (ctx, { ref: text, season }) => {
    const ref = readRef(text)
    const found = ref && (await findTitleByRef(ctx.deps.db, ref))
    if (ref === undefined || found === undefined) return refuse({ code: 'title-unknown' })
    const count = found.title.seasons?.find(({ number }) => number === season)?.episodes ?? 0
    return modal(episodesModal({ ref, title: found.title, season, count }, ctx.say))
  },
})

export const typedEpisodesModal = defineModal({
  id: ids.typedEpisodes,
  ack: 'update',
  slow: true,
  allow: 'member',
  fields: z.object({ episodes: z.string().trim().max(300) }),
  run: (ctx, { ref, season }, { episodes }) =>
    choose(
      ctx,
      ref,
      (offer) => {
        const numbers = readRanges(episodes)
        if (numbers === undefined) return { code: 'seasons-unclear', text: episodes }
        return fromEpisodes(season, numbers)(offer)
      },
      { season },
    ),
})
