import type { AppName } from './state.ts'

export type CustomFormat = { id: number; name: string; score: number }
export type QualityProfile = { id: number; name: string; cutoff: string; allowed: readonly string[] }

type Source = 'television' | 'web' | 'webRip' | 'dvd' | 'bluray'
type Quality = { id: number; name: string; source: Source; resolution: number }

const quality = (id: number, name: string, source: Source, resolution: number): Quality => ({
  id,
  name,
  source,
  resolution,
})

/** From worst to best. The numbers are those of both applications. */
const QUALITIES: readonly Quality[] = [
  quality(0, 'Unknown', 'television', 0),
  quality(1, 'SDTV', 'television', 480),
  quality(2, 'DVD', 'dvd', 480),
  quality(4, 'HDTV-720p', 'television', 720),
  quality(14, 'WEBRip-720p', 'webRip', 720),
  quality(5, 'WEBDL-720p', 'web', 720),
  quality(6, 'Bluray-720p', 'bluray', 720),
  quality(9, 'HDTV-1080p', 'television', 1080),
  quality(15, 'WEBRip-1080p', 'webRip', 1080),
  quality(3, 'WEBDL-1080p', 'web', 1080),
  quality(7, 'Bluray-1080p', 'bluray', 1080),
  quality(17, 'WEBRip-2160p', 'webRip', 2160),
  quality(18, 'WEBDL-2160p', 'web', 2160),
  quality(19, 'Bluray-2160p', 'bluray', 2160),
]

const RADARR_SOURCES: Record<Source, string> = {
  television: 'tv',
  web: 'webdl',
  webRip: 'webrip',
  dvd: 'dvd',
  bluray: 'bluray',
}

const find = (name: string): Quality => {
  const found = QUALITIES.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`There is no quality called ${name}.`)
  return found
}

/** A quality as the API shows it; only Radarr knows modifiers, and each has words of its own for the source. */
const resource = (app: AppName, { id, name, source, resolution }: Quality) =>
  app === 'Radarr'
    ? { id, name, source: id === 0 ? 'unknown' : RADARR_SOURCES[source], resolution, modifier: 'none' }
    : { id, name, source: id === 0 ? 'unknown' : source, resolution }

/** The quality of a release or file as the API shows it. */
export const qualityModel = (app: AppName, name: string) => ({
  quality: resource(app, find(name)),
  revision: { version: 1, real: 0, isRepack: false },
})

/** The height of the picture. */
export const resolutionOf = (name: string): number => find(name).resolution

/** Whether one quality is better than another. */
export const isBetter = (name: string, than: string): boolean =>
  QUALITIES.indexOf(find(name)) > QUALITIES.indexOf(find(than))

const names = (lowest: number, highest: number) =>
  QUALITIES.filter(({ resolution }) => resolution >= lowest && resolution <= highest).map(({ name }) => name)

/** The profiles that a fresh installation comes with, with their numbers. */
export const defaultProfiles = (): QualityProfile[] => [
  { id: 1, name: 'Any', cutoff: 'DVD', allowed: names(480, 1080) },
  { id: 4, name: 'HD-1080p', cutoff: 'Bluray-1080p', allowed: names(1080, 1080) },
  { id: 5, name: 'Ultra-HD', cutoff: 'Bluray-2160p', allowed: names(2160, 2160) },
]

/** The two sources from the web are one group in every profile, with a number of its own. */
const group = (app: AppName, height: number, allowed: readonly string[]) => {
  const members = QUALITIES.filter(({ name, resolution }) => name.startsWith('WEB') && resolution === height)
  return {
    id: 1000 + height / 360,
    name: `WEB ${height}p`,
    items: members.map((member) => ({
      quality: resource(app, member),
      items: [],
      allowed: allowed.includes(member.name),
    })),
    allowed: members.some(({ name }) => allowed.includes(name)),
  }
}

/** A profile as the API shows it. */
export const profileResource = (
  app: AppName,
  { id, name, cutoff, allowed }: QualityProfile,
  formats: CustomFormat[],
) => ({
  name,
  upgradeAllowed: true,
  cutoff: find(cutoff).id,
  items: [
    ...QUALITIES.filter((one) => !one.name.startsWith('WEB')).map((one) => ({
      quality: resource(app, one),
      items: [],
      allowed: allowed.includes(one.name),
    })),
    ...[720, 1080, 2160].map((height) => group(app, height, allowed)),
  ],
  minFormatScore: 0,
  cutoffFormatScore: 0,
  minUpgradeFormatScore: 1,
  formatItems: formats.map((format) => ({ format: format.id, name: format.name, score: format.score })),
  ...(app === 'Radarr' && { language: { id: -2, name: 'Original' } }),
  id,
})
