/** Films since 2020, as `readFilms` reads them. */
export const FILMS_2020S = `
337404|tt3228774|Cruella||2021-05-26|134|Comedy, Crime|en|US|PG-13|80|A thief with an eye for clothes gets a job with the queen of fashion. When she learns who her employer is, she changes her name.
497698|tt3480822|Black Widow||2021-07-07|134|Action, Adventure, Science Fiction|en|US|PG-13|75|A spy on the run hears from the girl who was her sister once. They have to free others, and see their parents.
436969|tt6334354|The Suicide Squad||2021-07-28|132|Action, Comedy, Adventure|en|US|R|79|A team of prisoners is put ashore on an island to destroy a laboratory. It holds a starfish.
550988|tt6264654|Free Guy||2021-08-11|115|Comedy, Adventure, Science Fiction|en|US|PG-13|78|A bank clerk is robbed each day and thinks nothing of it. Then he picks up a pair of glasses and sees that he is in a game.
566525|tt9376612|Shang-Chi and the Legend of the Ten Rings||2021-09-01|132|Action, Adventure, Fantasy|en|US|PG-13|79|A man who parks cars is attacked on a bus and turns out to be very good at it. His father would like him back.
438631|tt1160419|Dune||2021-09-15|155|Science Fiction, Adventure|en|US|PG-13|91|A noble family is given the desert planet that everyone depends on. It is a trap, and the son has dreamt of it.|2021-10-22|2022-01-11
568124|tt2953050|Encanto||2021-10-13|102|Animation, Comedy, Family, Fantasy|en|US|PG|83|Everybody in the family has a gift, except for one girl. When the house begins to crack, she is the one who sees it.
646380|tt11286314|Don't Look Up||2021-12-07|138|Science Fiction, Comedy, Drama|en|US|R|77|Two astronomers find a comet that will hit in six months. They tell everyone, and it is a busy week.
634649|tt10872600|Spider-Man: No Way Home||2021-12-15|148|Action, Adventure, Science Fiction|en|US|PG-13|91|Everybody knows who the boy behind the mask is, so he asks a wizard to make them forget. The spell goes wrong in several directions.
414906|tt1877830|The Batman||2022-03-01|177|Crime, Mystery, Thriller|en|US|PG-13|88|In his second year in the mask, a man finds riddles addressed to him beside the dead. They lead to his own family.|2022-04-18|2022-05-24
361743|tt1745960|Top Gun: Maverick||2022-05-24|131|Action, Drama|en|US|PG-13|90|A pilot who never wanted to be promoted is told to teach the young ones. One of them is the son of a man he couldn't save.|2022-08-23|2022-11-01
76600|tt1630029|Avatar: The Way of Water||2022-12-14|192|Science Fiction, Adventure, Action|en|US|PG-13|87|A family of the forest flees to the people of the reefs. An old enemy comes after them in a new body.
666277|tt13238346|Past Lives||2023-06-02|106|Drama, Romance|en|US|PG-13|74|Two children in Seoul lose sight of each other when one family leaves. Twenty years later they have a week in New York.
346698|tt1517268|Barbie||2023-07-19|114|Comedy, Adventure|en|US|PG-13|91|A doll's perfect day is spoilt by thoughts of death and flat feet. She drives to the real world to ask why, and Ken comes along.|2023-09-12|2023-10-17
872585|tt15398776|Oppenheimer||2023-07-19|181|Drama, History|en|US|R|92|A physicist gathers the best minds in a desert to build a bomb before the enemy does. Afterwards he is asked whose side he was on.|2023-11-21|2023-11-21
1151534|tt15789472|Nowhere||2023-09-29|109|Thriller, Drama, Science Fiction|es|ES|R|70|A pregnant woman flees her country in a container that falls into the sea. She has a drill, a phone and what was packed in there.
693134|tt15239678|Dune: Part Two||2024-02-27|167|Science Fiction, Adventure|en|US|PG-13|95|A duke's son lives among the people of the desert and learns to ride what lives under it. Many believe that he was foretold.|2024-04-16|2024-05-14
1022789|tt22022452|Inside Out 2||2024-06-11|97|Animation, Adventure, Comedy, Family|en|US|PG|92|The girl is thirteen, and a new crew arrives in her head overnight. Its leader means well and never rests.|2024-08-20|2024-09-10
533535|tt6263850|Deadpool & Wolverine||2024-07-24|128|Action, Comedy, Science Fiction|en|US|R|93|A retired mercenary is told that his world is about to end. The only one who could help has stopped caring about his own.|2024-10-01|2024-10-22
1368337|tt33764258|The Odyssey||2026-07-17|0|Adventure, Action, Fantasy|en|US||88|After ten years of war a king wants to sail home. The sea, and those who rule it, have other ideas.
1003596|tt21357150|Avengers: Doomsday||2026-12-18|0|Science Fiction, Action, Adventure|en|US||90|Heroes of several worlds meet an enemy with a face that some of them know. Nobody will say more before it opens.
1170608|tt31378509|Dune: Part Three||2026-12-18|0|Science Fiction, Adventure|en|US||86|An emperor has won everything that he foresaw and fears what comes after. Those who put him there are no longer sure of him.
`
