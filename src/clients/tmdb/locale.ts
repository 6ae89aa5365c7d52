const DEFAULT_REGION = 'US'

/** Discord's Latin American Spanish, which TMDB knows by its largest country. */
const LATIN_AMERICA = 'es-419'

/** TMDB's name of the language that Discord calls `locale`. */
export const languageOf = (locale: string): string => (locale === LATIN_AMERICA ? 'es-MX' : locale)

/** The country that a reader of `locale` most likely lives in: `DE` for `de`, `BR` for `pt-BR`. */
const regionOf = (locale: string): string => {
  try {
    const { region } = new Intl.Locale(languageOf(locale)).maximize()
    return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : DEFAULT_REGION
  } catch {
    return DEFAULT_REGION
  }
}

/** The countries whose word counts, the nearest first. */
export const regionsOf = (locale: string): readonly string[] => [
  ...new Set([regionOf(locale), DEFAULT_REGION]),
]
