/** Films of the 2010s, as `readFilms` reads them. */
export const FILMS_2010S = `
11324|tt1130884|Shutter Island||2010-02-14|138|Drama, Thriller, Mystery|en|US|R|85|Two marshals come to a hospital on an island where a patient has vanished. A storm keeps them longer than they meant to stay.
10138|tt1228705|Iron Man 2||2010-04-28|124|Adventure, Action, Science Fiction|en|US|PG-13|78|Everyone knows now who wears the suit, and everyone wants one. The man inside it is running out of time.
27205|tt1375666|Inception||2010-07-15|148|Action, Science Fiction, Adventure|en|US|PG-13|97|A thief who steals from dreams is asked to leave something behind instead. His team goes down layer by layer, and so does his past.
12444|tt0926084|Harry Potter and the Deathly Hallows: Part 1||2010-11-17|146|Adventure, Fantasy|en|GB|PG-13|82|Three friends leave school and home to look for what keeps their enemy alive. All they have is a tent and each other.
10195|tt0800369|Thor||2011-04-21|115|Adventure, Fantasy, Action|en|US|PG-13|77|A proud god is sent to Earth without his strength. A scientist finds him in the desert, and his brother finds a throne.
12445|tt1201607|Harry Potter and the Deathly Hallows: Part 2||2011-07-12|130|Fantasy, Adventure|en|GB|PG-13|86|The search ends where it began, in the school. Everybody has to choose a side there.
1771|tt0458339|Captain America: The First Avenger||2011-07-22|124|Action, Adventure, Science Fiction|en|US|PG-13|78|A weak young man who won't give up is made strong for the war. At first they only let him sing.
77338|tt1675434|The Intouchables|Intouchables|2011-11-02|113|Drama, Comedy|fr|FR|R|85|A rich man who cannot move hires the one carer who doesn't pity him. They show each other their Paris.
70160|tt1392170|The Hunger Games||2012-03-12|142|Science Fiction, Adventure, Fantasy|en|US|PG-13|83|Once a year two dozen young people have to fight until one is left, on television. A hunter takes her little sister's place.
24428|tt0848228|The Avengers||2012-04-25|143|Science Fiction, Action, Adventure|en|US|PG-13|92|Six heroes who don't get on are called together. The sky over New York has opened.
1930|tt0948470|The Amazing Spider-Man||2012-06-23|136|Action, Adventure, Fantasy|en|US|PG-13|74|A schoolboy looks for what his parents left behind. He finds a laboratory, a spider and a scientist with one arm.
49026|tt1345836|The Dark Knight Rises||2012-07-17|165|Action, Crime, Drama, Thriller|en|US|PG-13|88|Eight years after he hung up the cape, a masked stranger cuts the city off from the world. A thief in heels knows more than she says.
49051|tt0903624|The Hobbit: An Unexpected Journey||2012-12-12|169|Adventure, Fantasy, Action|en|NZ|PG-13|82|A hobbit who likes his armchair is hired as a burglar by thirteen dwarves. On the way he finds a ring.
68718|tt1853728|Django Unchained||2012-12-25|165|Drama, Western|en|US|R|88|A bounty hunter frees a slave and teaches him the trade. Together they ride to the plantation where his wife is kept.
68721|tt1300854|Iron Man 3||2013-04-18|130|Action, Adventure, Science Fiction|en|US|PG-13|80|An inventor who can't sleep gives his address to a terrorist. He loses his house and has to make do with a garage.
76338|tt1981115|Thor: The Dark World||2013-10-30|112|Action, Adventure, Fantasy|en|US|PG-13|73|An old enemy wakes and wants the light put out everywhere. The only one who knows a way is in prison for treason.
101299|tt1951264|The Hunger Games: Catching Fire||2013-11-15|146|Adventure, Action, Science Fiction|en|US|PG-13|81|The winners tour the country, and the country begins to stir. The president invents a special edition of the games.
106646|tt0993846|The Wolf of Wall Street||2013-12-25|180|Crime, Drama, Comedy|en|US|R|87|A broker gets rich with worthless shares and a great deal of shouting. A patient man from the FBI reads his papers.
100402|tt1843866|Captain America: The Winter Soldier||2014-03-20|136|Action, Adventure, Science Fiction|en|US|PG-13|83|A soldier of another age works for people who keep too many secrets. Someone with a metal arm is sent after him.
118340|tt2015381|Guardians of the Galaxy||2014-07-30|121|Action, Science Fiction, Adventure|en|US|PG-13|89|A thief with a tape of old songs steals the wrong orb. In prison he meets a raccoon, a tree and two people who want to kill someone.
210577|tt2267998|Gone Girl||2014-10-01|149|Mystery, Thriller, Drama|en|US|R|84|A woman vanishes on her wedding anniversary, and all the cameras turn to her husband. Her diary tells another marriage than he does.
245891|tt2911666|John Wick||2014-10-22|101|Action, Thriller|en|US|R|87|A widower had left his old work for good. Somebody breaks into his house who doesn't know what that work was.
157336|tt0816692|Interstellar||2014-11-05|169|Adventure, Drama, Science Fiction|en|US|PG-13|96|The fields are dying, and a farmer who used to fly is asked to look for another world. An hour out there costs years at home.
99861|tt2395427|Avengers: Age of Ultron||2015-04-22|141|Action, Adventure, Science Fiction|en|US|PG-13|84|A machine that was made to keep the peace finds that people are in the way of it. Its makers have to stop it, and disagree how.
76341|tt1392190|Mad Max: Fury Road||2015-05-13|121|Action, Adventure, Science Fiction|en|AU|R|88|A driver turns off the road with a tyrant's wives in her truck. A prisoner who wanted no part of it ends up at the wheel.
135397|tt0369610|Jurassic World||2015-06-06|124|Action, Adventure, Science Fiction, Thriller|en|US|PG-13|82|The park with the dinosaurs is open at last. To keep the visitors coming, its makers have bred something new.
150540|tt2096673|Inside Out||2015-06-09|95|Animation, Family, Adventure, Drama, Comedy|en|US|PG|87|Five feelings run the head of a girl of eleven. When she moves to another city, two of them get lost.
102899|tt0478970|Ant-Man||2015-07-14|117|Science Fiction, Action, Adventure|en|US|PG-13|77|A burglar who wants to see his daughter takes one last job. What he steals is a suit that makes him small.
286217|tt3659388|The Martian||2015-09-30|141|Drama, Adventure, Science Fiction|en|US|PG-13|85|A botanist is left behind on Mars with food for a few weeks. He counts potatoes, and Earth counts days.
140607|tt2488496|Star Wars: The Force Awakens||2015-12-15|136|Adventure, Action, Science Fiction|en|US|PG-13|83|A scavenger, a deserter and a ball of a droid are chased across the galaxy. They are looking for a man who doesn't want to be found.
281957|tt1663202|The Revenant||2015-12-25|157|Western, Drama, Adventure|en|US|R|82|A trapper is left for dead after a bear attacks him. He crawls through the winter after the man who left him.
293660|tt1431045|Deadpool||2016-02-09|108|Action, Adventure, Comedy|en|US|R|90|A mercenary takes a cure that makes him hard to kill and hard to look at. He talks about it a lot, also to the audience.
209112|tt2975590|Batman v Superman: Dawn of Justice||2016-03-23|152|Action, Adventure, Fantasy|en|US|PG-13|75|One hero watched the other bring down a city. A young man with money sees to it that they meet.
271110|tt3498820|Captain America: Civil War||2016-04-27|147|Adventure, Action, Science Fiction|en|US|PG-13|86|Governments want to decide when heroes may act. Two friends answer differently, and everyone else has to choose.
297761|tt1386697|Suicide Squad||2016-08-03|123|Action, Adventure, Fantasy|en|US|PG-13|74|Prisoners with odd talents are sent where nobody else would go. If they run, there is something in their necks.
284052|tt1211837|Doctor Strange||2016-10-25|115|Action, Adventure, Fantasy|en|US|PG-13|83|A surgeon loses the use of his hands and looks for a cure in the mountains. He is taught something else.
329865|tt2543164|Arrival||2016-11-10|116|Drama, Science Fiction, Mystery|en|US|PG-13|84|Twelve shells hang over the Earth and say nothing that anyone understands. A linguist is asked to find out what they want.
259316|tt3183660|Fantastic Beasts and Where to Find Them||2016-11-16|132|Fantasy, Adventure, Family|en|GB|PG-13|78|A shy wizard comes to New York with a suitcase full of animals. Some of them get out.
381288|tt4972582|Split||2017-01-19|117|Horror, Thriller|en|US|PG-13|78|Three girls wake up locked in a cellar. The man who brings their food is never quite the same.
419430|tt5052448|Get Out||2017-02-24|104|Mystery, Thriller, Horror|en|US|R|85|A photographer visits the family of his girlfriend in the country. Everyone is very kind to him.
263115|tt3315342|Logan||2017-02-28|137|Action, Drama, Science Fiction|en|US|R|86|An old fighter drives a limousine and looks after an older man. A girl who is very like him needs to get across the country.
283995|tt3896198|Guardians of the Galaxy Vol. 2||2017-04-19|137|Science Fiction, Adventure, Action|en|US|PG-13|83|A man who never knew his father meets him on a planet of his own. His friends are less sure about the visit.
297762|tt0451279|Wonder Woman||2017-05-30|141|Action, Adventure, Fantasy|en|US|PG-13|82|A pilot falls out of the sky onto an island of women. One of them follows him into his war to end it.
315635|tt2250912|Spider-Man: Homecoming||2017-07-05|133|Action, Adventure, Science Fiction, Drama|en|US|PG-13|84|A boy of fifteen would rather save the world than go to class. A man who sells stolen weapons gives him the chance.
346364|tt1396484|It||2017-09-06|135|Horror, Fantasy|en|US|R|83|Every twenty-seven years children disappear in a town in Maine. Seven friends find out what lives under it.
284053|tt3501632|Thor: Ragnarok||2017-10-02|131|Action, Adventure, Science Fiction|en|US|PG-13|84|A god without his hammer is made to fight in an arena at the end of space. At home his sister has taken the crown.
354912|tt2380307|Coco||2017-10-27|105|Family, Animation, Fantasy, Music, Comedy, Adventure|en|US|PG|87|A boy who may not play music strays into the land of the dead. He has until sunrise to find the one who can send him back.
284054|tt1825683|Black Panther||2018-02-13|135|Action, Adventure, Science Fiction|en|US|PG-13|85|A young king rules a country that hides how rich it is. Somebody comes who has a right to the throne and an anger to go with it.
299536|tt4154756|Avengers: Infinity War||2018-04-25|149|Adventure, Action, Science Fiction|en|US|PG-13|92|Someone collects six stones that would let him wipe out half of everything. The heroes are in too many places at once.
383498|tt5463162|Deadpool 2||2018-05-10|120|Action, Comedy, Adventure|en|US|R|83|A man who can't die tries to keep a boy from becoming a killer. For that he needs a team, more or less.
299534|tt4154796|Avengers: Endgame||2019-04-24|181|Adventure, Science Fiction, Action|en|US|PG-13|93|Five years after they lost, a visitor brings the heroes a strange idea. It takes all who are left, and one more try.
496243|tt6751668|Parasite|기생충|2019-05-30|133|Comedy, Thriller, Drama|ko|KR|R|90|A poor family finds work in a rich one's house, each of them under another name. There is more in the house than they know.
475557|tt7286456|Joker||2019-10-01|122|Crime, Thriller, Drama|en|US|R|89|A clown for hire lives with his mother and would like to make people laugh. The city has other things on its mind.
`
