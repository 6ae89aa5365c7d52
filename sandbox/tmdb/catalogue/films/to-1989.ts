/** Films up to 1989, as `readFilms` reads them. */
export const FILMS_TO_1989 = `
238|tt0068646|The Godfather||1972-03-14|175|Drama, Crime|en|US|R|97|An ageing crime boss has to decide who will run the family after him. The son who wanted no part of it is drawn in step by step.
11|tt0076759|Star Wars||1977-05-25|121|Adventure, Action, Science Fiction|en|US|PG|95|A farm boy finds a message meant for an old hermit. Together they set out to free a princess from a station the size of a moon.
694|tt0081505|The Shining||1980-05-23|144|Horror, Thriller|en|GB|R|84|A writer looks after an empty mountain hotel for the winter and takes his family along. The longer the snow lies, the less alone they seem to be.
105|tt0088763|Back to the Future||1985-07-03|116|Adventure, Comedy, Science Fiction|en|US|PG|93|A schoolboy lands thirty years in the past with a car that needs lightning to get home. First he has to make sure that his parents meet.
`
