/**
 * A plot in the language asked for. The catalogue is written in English alone, and TMDB gives an empty text where it
 * has no translation.
 */
export const overviewIn = (language: string | null, overview: string): string =>
  language === null || /^en\b/i.test(language) ? overview : ''
