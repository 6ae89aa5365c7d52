import type { CatalogueShow } from '../catalogue/types.ts'

const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_000

/** Who shows a show; the numbers are not TMDB's own. */
export const networksOf = ({ network, country }: CatalogueShow) =>
  network === '' ? [] : [{ id: numberOf(network), logo_path: null, name: network, origin_country: country }]
