/** Films since 2020, as `readFilms` reads them. */
export const FILMS_2020S = `
634649|tt10872600|Spider-Man: No Way Home||2021-12-15|148|Action, Adventure, Science Fiction|en|US|PG-13|91|Everybody knows who the boy behind the mask is, so he asks a wizard to make them forget. The spell goes wrong in several directions.
`
