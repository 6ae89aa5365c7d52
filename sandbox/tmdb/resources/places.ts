const english = new Intl.DisplayNames('en', { type: 'region' })
const languages = new Intl.DisplayNames('en', { type: 'language' })

/** Where something was made, as TMDB says it. */
export const productionCountry = (country: string) => ({
  iso_3166_1: country,
  name: country === 'US' ? 'United States of America' : (english.of(country) ?? country),
})

/** A language that is spoken in something, under both of its names. */
export const spokenLanguage = (language: string) => ({
  english_name: languages.of(language) ?? language,
  iso_639_1: language,
  name: new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? '',
})
