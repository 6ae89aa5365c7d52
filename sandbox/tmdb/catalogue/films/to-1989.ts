/** Films up to 1989, as `readFilms` reads them. */
export const FILMS_TO_1989 = `
389|tt0050083|12 Angry Men||1957-04-10|97|Drama|en|US||84|Twelve jurors are to decide on a boy's life, and eleven have made up their minds. It is the hottest day of the year.
539|tt0054215|Psycho||1960-06-22|109|Horror, Drama, Thriller|en|US|R|83|A secretary with stolen money stops at a lonely motel. The owner is polite and lives with his mother.
429|tt0060196|The Good, the Bad and the Ugly|Il buono, il brutto, il cattivo|1966-12-23|161|Western|it|IT|R|85|Three men look for a grave full of gold in the middle of a war. Each knows a part of where it is.
62|tt0062622|2001: A Space Odyssey||1968-04-02|149|Science Fiction, Mystery, Adventure|en|GB|G|83|A black slab stands on the moon and points to Jupiter. The ship that goes there has a computer that makes no mistakes.
185|tt0066921|A Clockwork Orange||1971-12-19|137|Science Fiction, Drama|en|GB|R|80|A young thug who loves Beethoven is cured of wanting to do harm. The cure takes more than that.
238|tt0068646|The Godfather||1972-03-14|175|Drama, Crime|en|US|R|97|An ageing crime boss has to decide who will run the family after him. The son who wanted no part of it is drawn in step by step.
9552|tt0070047|The Exorcist||1973-12-26|122|Horror|en|US|R|81|A girl in a good home begins to speak in voices that aren't hers. When the doctors give up, her mother asks a priest.
240|tt0071562|The Godfather Part II||1974-12-20|202|Drama, Crime|en|US|R|88|A son runs the family that his father built, and loses it piece by piece. Long before, a boy arrives in New York alone.
103|tt0075314|Taxi Driver||1976-02-09|114|Crime, Drama|en|US|R|82|A veteran who cannot sleep drives a taxi through the night. He thinks that somebody should clean up the city.
1366|tt0075148|Rocky||1976-11-21|119|Drama, Romance|en|US|PG|82|A boxer who collects debts is offered a fight against the champion. He only wants to be standing at the end.
11|tt0076759|Star Wars||1977-05-25|121|Adventure, Action, Science Fiction|en|US|PG|95|A farm boy finds a message meant for an old hermit. Together they set out to free a princess from a station the size of a moon.
348|tt0078748|Alien||1979-05-25|117|Horror, Science Fiction|en|GB|R|86|Seven people on a freighter are woken to answer a signal. Something comes back aboard with them.
1891|tt0080684|The Empire Strikes Back||1980-05-20|124|Adventure, Action, Science Fiction|en|US|PG|90|The rebels flee from a world of ice. A young pilot looks for a teacher in a swamp while his friends run into a trap.
694|tt0081505|The Shining||1980-05-23|144|Horror, Thriller|en|GB|R|84|A writer looks after an empty mountain hotel for the winter and takes his family along. The longer the snow lies, the less alone they seem to be.
601|tt0083866|E.T. the Extra-Terrestrial||1982-06-11|115|Science Fiction, Adventure, Family, Fantasy|en|US|PG|82|A boy hides a visitor who was left behind in his cupboard. It wants to phone home.
78|tt0083658|Blade Runner||1982-06-25|118|Science Fiction, Drama, Thriller|en|US|R|83|Four artificial people have come back to Earth to ask for more time. A tired hunter is told to find them.
1892|tt0086190|Return of the Jedi||1983-05-25|132|Adventure, Action, Science Fiction|en|US|PG|84|A friend has to be freed from a gangster's palace first. Then there is a new station to destroy, and a father to face.
87|tt0087469|Indiana Jones and the Temple of Doom||1984-05-23|118|Adventure, Action|en|US|PG|79|A village asks a stranger for its sacred stone, and for its children. Both are under a palace.
218|tt0088247|The Terminator||1984-10-26|108|Action, Thriller, Science Fiction|en|US|R|83|Two strangers arrive naked out of a flash of light. One has come to kill a waitress, the other to stop him.
105|tt0088763|Back to the Future||1985-07-03|116|Adventure, Comedy, Science Fiction|en|US|PG|93|A schoolboy lands thirty years in the past with a car that needs lightning to get home. First he has to make sure that his parents meet.
744|tt0092099|Top Gun||1986-05-16|110|Romance, Drama, Action|en|US|PG|81|The best young pilots are sent to a school to find the very best. One of them flies as if there were no rules.
8392|tt0096283|My Neighbor Totoro|となりのトトロ|1988-04-16|86|Fantasy, Animation, Family|ja|JP|G|84|Two sisters move to the country to be near their mother, who is ill. Something large and kind lives in the tree next door.
89|tt0097576|Indiana Jones and the Last Crusade||1989-05-24|127|Adventure, Action|en|US|PG-13|83|An archaeologist's father disappears while looking for the cup of cups. The son follows with his father's notebook.
268|tt0096895|Batman||1989-06-21|126|Fantasy, Action, Crime|en|US|PG-13|80|A city of crooks has a new legend, half man and half bat. A gangster who fell into acid finds it all very funny.
165|tt0096874|Back to the Future Part II||1989-11-22|108|Adventure, Comedy, Science Fiction|en|US|PG|80|A trip to the future ends with a book of sports results in the wrong hands. To put it right, they have to visit an evening for the second time.
`
