import type { Release } from '../kit/downloads.ts'
import { sceneTitle } from '../kit/titles.ts'
import { code } from './library.ts'
import type { Episode, SonarrState, Which } from './state.ts'

const GIB = 1_073_741_824

const two = (number: number) => String(number).padStart(2, '0')

/** `S01E01`, `S01E01E02`, `S01`, `S01-S03`: what a release name says of its content, and what Sonarr makes of that. */
const content = (which: Which): { label: string; releaseType: NonNullable<Release['releaseType']> } => {
  if ('seasons' in which) {
    const label = [...new Set([which.seasons[0], which.seasons.at(-1)])]
      .map((season = 0) => `S${two(season)}`)
      .join('-')
    return { label, releaseType: 'seasonPack' }
  }
  const numbers = which.episodes ?? (which.episode === undefined ? [] : [which.episode])
  const label = `S${two(which.season)}${numbers.map((number) => `E${two(number)}`).join('')}`
  if (numbers.length === 0) return { label, releaseType: 'seasonPack' }
  return { label, releaseType: numbers.length === 1 ? 'singleEpisode' : 'multiEpisode' }
}

const sceneName = (title: string, label: string, quality: string, group: string) => {
  const [source = '', height = ''] = quality.split('-')
  const kind =
    { WEBDL: 'WEB-DL.H264', WEBRip: 'WEBRip.x264', HDTV: 'HDTV.x264', Bluray: 'BluRay.x264' }[source] ??
    source
  return `${sceneTitle(title)}.${label}.${height}.${kind}-${group}`
}

/** A release as an indexer would offer it; `episodes` are those that it holds. */
export const releaseOf = (
  { formats }: SonarrState,
  title: string,
  which: Which,
  episodes: number,
  wanted: Partial<Release> = {},
): Release => {
  const quality = wanted.quality ?? 'WEBDL-1080p'
  const group = wanted.group ?? 'EXAMPLE'
  const { label, releaseType } = content(which)
  return {
    title: sceneName(title, label, quality, group),
    quality,
    group,
    indexer: 'Example Usenet (Prowlarr)',
    size: 2 * GIB * Math.max(1, episodes),
    protocol: 'usenet',
    flags: [],
    formats,
    releaseType,
    ...wanted,
  }
}

/** The name of one file of a release: its own, or in a pack that of its episodes. */
export const fileName = (release: Release, title: string, episodes: readonly Episode[]): string =>
  release.releaseType === 'seasonPack'
    ? sceneName(title, code(episodes), release.quality, release.group)
    : release.title
