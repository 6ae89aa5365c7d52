/** Films of the 2010s, as `readFilms` reads them. */
export const FILMS_2010S = `
11324|tt1130884|Shutter Island||2010-02-14|138|Drama, Thriller, Mystery|en|US|R|85|Two marshals come to a hospital on an island where a patient has vanished. A storm keeps them longer than they meant to stay.
12155|tt1014759|Alice in Wonderland||2010-03-03|108|Family, Fantasy, Adventure|en|US|PG|72|A young woman runs from a proposal and falls down a hole. They have been waiting for her there.
10191|tt0892769|How to Train Your Dragon||2010-03-18|98|Fantasy, Adventure, Animation, Family|en|US|PG|84|A chief's son is no good at fighting dragons. He shoots one down and finds that he can't kill it.
10138|tt1228705|Iron Man 2||2010-04-28|124|Adventure, Action, Science Fiction|en|US|PG-13|78|Everyone knows now who wears the suit, and everyone wants one. The man inside it is running out of time.
10193|tt0435761|Toy Story 3||2010-06-16|103|Animation, Family, Comedy|en|US|G|84|The boy who owned them leaves for college, and the toys end up in a nursery. Its ruler is a bear who smells of strawberries.
20352|tt1323594|Despicable Me||2010-07-08|95|Family, Animation, Comedy|en|US|PG|80|A villain needs three orphans for a plan to steal the moon. They need a bedtime story.
27205|tt1375666|Inception||2010-07-15|148|Action, Science Fiction, Adventure|en|US|PG-13|97|A thief who steals from dreams is asked to leave something behind instead. His team goes down layer by layer, and so does his past.
27578|tt1320253|The Expendables||2010-08-03|103|Thriller, Adventure, Action|en|US|R|72|A group of ageing soldiers for hire looks at an island and declines the job. One of them goes back for a woman.
22538|tt0446029|Scott Pilgrim vs. the World||2010-08-12|113|Action, Comedy, Romance|en|CA|PG-13|78|A bass player falls for a girl with pink hair. Before he may go out with her, there are seven others to beat.
37799|tt1285016|The Social Network||2010-10-01|121|Drama|en|US|PG-13|81|A student builds a website that half the world will use. Two courts later want to know whose idea it was.
12444|tt0926084|Harry Potter and the Deathly Hallows: Part 1||2010-11-17|146|Adventure, Fantasy|en|GB|PG-13|82|Three friends leave school and home to look for what keeps their enemy alive. All they have is a tent and each other.
38757|tt0398286|Tangled||2010-11-24|100|Animation, Family|en|US|PG|81|A girl with very long hair has never left her tower. A thief climbs in, and she makes a bargain with him.
44214|tt0947798|Black Swan||2010-12-03|108|Drama, Thriller, Horror|en|US|R|80|A dancer gets the part that she has always wanted. She can do one half of it, and the other half frightens her.
51876|tt1219289|Limitless||2011-03-08|105|Thriller, Mystery, Science Fiction|en|US|PG-13|76|A writer who can't write takes a pill and can do anything. He has only so many, and others know of them.
45612|tt0945513|Source Code||2011-03-30|94|Thriller, Science Fiction, Mystery|en|US|PG-13|76|A soldier wakes up on a train in another man's body, eight minutes before a bomb goes off. He can go back as often as needed.
10195|tt0800369|Thor||2011-04-21|115|Adventure, Fantasy, Action|en|US|PG-13|77|A proud god is sent to Earth without his strength. A scientist finds him in the desert, and his brother finds a throne.
1865|tt1298650|Pirates of the Caribbean: On Stranger Tides||2011-05-15|137|Adventure, Action, Fantasy|en|US|PG-13|73|Three crews look for a spring that keeps people young. A captain without a ship travels with the most feared of them.
45243|tt1411697|The Hangover Part II||2011-05-25|102|Comedy|en|US|R|72|The same friends travel to Thailand for a wedding. They wake up in Bangkok with a monkey and a finger.
49538|tt1270798|X-Men: First Class||2011-06-01|132|Action, Science Fiction, Adventure|en|US|PG-13|77|Two young men with gifts gather others like them while the world nearly goes to war. They want the same thing for different reasons.
49013|tt1216475|Cars 2||2011-06-11|106|Animation, Family, Adventure, Comedy|en|US|G|71|A tow truck follows his friend to a race around the world. Spies take him for one of them.
38356|tt1399103|Transformers: Dark of the Moon||2011-06-28|154|Action, Science Fiction, Adventure|en|US|PG-13|71|The first men on the moon found a wreck and kept quiet about it. What lay in it can open a door.
12445|tt1201607|Harry Potter and the Deathly Hallows: Part 2||2011-07-12|130|Fantasy, Adventure|en|GB|PG-13|86|The search ends where it began, in the school. Everybody has to choose a side there.
1771|tt0458339|Captain America: The First Avenger||2011-07-22|124|Action, Adventure, Science Fiction|en|US|PG-13|78|A weak young man who won't give up is made strong for the war. At first they only let him sing.
64690|tt0780504|Drive||2011-09-15|100|Drama, Thriller, Crime|en|US|R|80|A stuntman drives for robbers by night and asks no questions. For a neighbour he takes a job that goes wrong.
49530|tt1637688|In Time||2011-10-27|109|Action, Thriller, Science Fiction|en|US|PG-13|72|Nobody ages past twenty-five, and time is what people are paid in. A poor man is given a century.
77338|tt1675434|The Intouchables|Intouchables|2011-11-02|113|Drama, Comedy|fr|FR|R|85|A rich man who cannot move hires the one carer who doesn't pity him. They show each other their Paris.
58574|tt1515091|Sherlock Holmes: A Game of Shadows||2011-11-22|129|Adventure, Action, Crime, Mystery|en|GB|PG-13|74|Bombs go off all over Europe, and a detective sees one hand behind them. It belongs to a professor who plays chess.
70160|tt1392170|The Hunger Games||2012-03-12|142|Science Fiction, Adventure, Fantasy|en|US|PG-13|83|Once a year two dozen young people have to fight until one is left, on television. A hunter takes her little sister's place.
24428|tt0848228|The Avengers||2012-04-25|143|Science Fiction, Action, Adventure|en|US|PG-13|92|Six heroes who don't get on are called together. The sky over New York has opened.
70981|tt1446714|Prometheus||2012-05-30|124|Science Fiction, Adventure, Mystery|en|US|R|75|Scientists follow a map painted on cave walls to a far moon. They want to ask who made us.
62177|tt1217209|Brave||2012-06-21|93|Animation, Adventure, Comedy, Family, Action, Fantasy|en|US|PG|76|A princess in the Highlands would rather shoot than marry. A wish changes her mother, though not in the way that she meant.
1930|tt0948470|The Amazing Spider-Man||2012-06-23|136|Action, Adventure, Fantasy|en|US|PG-13|74|A schoolboy looks for what his parents left behind. He finds a laboratory, a spider and a scientist with one arm.
49026|tt1345836|The Dark Knight Rises||2012-07-17|165|Action, Crime, Drama, Thriller|en|US|PG-13|88|Eight years after he hung up the cape, a masked stranger cuts the city off from the world. A thief in heels knows more than she says.
84892|tt1659337|The Perks of Being a Wallflower||2012-09-20|103|Drama|en|US|PG-13|76|A shy boy begins high school without a friend. Two older pupils take him along, through a tunnel with the music loud.
68734|tt1024648|Argo||2012-10-11|120|Drama, Thriller|en|US|R|75|Six people hide in an embassy during a revolution. A man from the CIA means to bring them out as a film crew.
37724|tt1074638|Skyfall||2012-10-24|143|Action, Adventure, Thriller|en|GB|PG-13|82|Someone steals a list of agents and publishes it name by name. The man behind it knows the head of the service well.
82690|tt1772341|Wreck-It Ralph||2012-11-01|101|Family, Animation, Comedy, Adventure|en|US|PG|77|The villain of an old video game wants a medal for once. He leaves his machine, which breaks all the rules.
82693|tt1045658|Silver Linings Playbook||2012-11-16|122|Drama, Comedy, Romance|en|US|R|74|A teacher moves back to his parents and wants his wife to return. A widow will help him if he dances with her.
87827|tt0454876|Life of Pi||2012-11-20|127|Adventure, Drama|en|US|PG|80|A boy survives a shipwreck in a lifeboat. So does a tiger.
49051|tt0903624|The Hobbit: An Unexpected Journey||2012-12-12|169|Adventure, Fantasy, Action|en|NZ|PG-13|82|A hobbit who likes his armchair is hired as a burglar by thirteen dwarves. On the way he finds a ring.
68718|tt1853728|Django Unchained||2012-12-25|165|Drama, Western|en|US|R|88|A bounty hunter frees a slave and teaches him the trade. Together they ride to the plantation where his wife is kept.
68721|tt1300854|Iron Man 3||2013-04-18|130|Action, Adventure, Science Fiction|en|US|PG-13|80|An inventor who can't sleep gives his address to a terrorist. He loses his house and has to make do with a garage.
54138|tt1408101|Star Trek Into Darkness||2013-05-05|132|Action, Adventure, Science Fiction|en|US|PG-13|74|An officer of the fleet attacks it from within and hides where nobody may go. A captain who has just lost his ship goes after him.
75656|tt1670345|Now You See Me||2013-05-29|116|Thriller, Crime|en|US|PG-13|75|Four magicians rob a bank in another country without leaving the stage. Two agents would like to know how.
49521|tt0770828|Man of Steel||2013-06-12|143|Action, Adventure, Science Fiction|en|US|PG-13|75|A drifter with powers that he hides learns where he comes from. Others from there arrive to claim the planet.
62211|tt1453405|Monsters University||2013-06-19|104|Animation, Family|en|US|G|76|Two students of scaring can't stand each other. Thrown out of the course, they have one contest to get back in.
72190|tt0816711|World War Z||2013-06-20|116|Action, Drama, Horror, Science Fiction, Thriller|en|US|PG-13|77|A sickness turns whole cities in hours. A father who used to work for the United Nations looks for where it began.
93456|tt1690953|Despicable Me 2||2013-06-26|98|Animation, Comedy, Family|en|US|PG|77|A villain who has retired to raise three girls is asked to catch one. His partner drives him to work.
68726|tt1663662|Pacific Rim||2013-07-11|131|Action, Science Fiction, Adventure|en|US|PG-13|75|Giants come out of the sea, and giants are built against them. Each needs two pilots who share one mind.
138843|tt1457767|The Conjuring||2013-07-18|112|Horror, Thriller|en|US|R|80|A family moves into a farmhouse where the clocks stop at night. They ask a couple for help who have seen such things.
146233|tt1392214|Prisoners||2013-09-19|153|Drama, Thriller, Crime|en|US|R|82|Two little girls disappear on a holiday. One father decides that the police are too slow.
49047|tt1454468|Gravity||2013-10-03|91|Science Fiction, Thriller, Drama|en|US|PG-13|78|Two astronauts are left without a ship above the Earth. There are other stations, and very little air.
76203|tt2024544|12 Years a Slave||2013-10-18|134|Drama, History|en|US|R|80|A free man with a family is drugged and sold. He has to hide that he can read to stay alive.
76338|tt1981115|Thor: The Dark World||2013-10-30|112|Action, Adventure, Fantasy|en|US|PG-13|73|An old enemy wakes and wants the light put out everywhere. The only one who knows a way is in prison for treason.
101299|tt1951264|The Hunger Games: Catching Fire||2013-11-15|146|Adventure, Action, Science Fiction|en|US|PG-13|81|The winners tour the country, and the country begins to stir. The president invents a special edition of the games.
109445|tt2294629|Frozen||2013-11-20|102|Animation, Family, Adventure, Fantasy|en|US|PG|86|A princess runs from her own crown and leaves winter behind her. Her sister goes after her with a man, a reindeer and a snowman.
57158|tt1170358|The Hobbit: The Desolation of Smaug||2013-12-11|161|Fantasy, Adventure, Action|en|NZ|PG-13|79|The company comes to the mountain with one day to find the door. Behind it someone sleeps on the gold.
152601|tt1798709|Her||2013-12-18|126|Romance, Science Fiction, Drama|en|US|R|80|A lonely man who writes other people's letters buys a new operating system. It has a name, a voice and a sense of humour.
116745|tt0359950|The Secret Life of Walter Mitty||2013-12-18|114|Adventure, Comedy, Drama, Fantasy|en|US|PG|75|A man who looks after photographs lives mostly in his dreams. The last picture is missing, so he goes to find who took it.
106646|tt0993846|The Wolf of Wall Street||2013-12-25|180|Crime, Drama, Comedy|en|US|R|87|A broker gets rich with worthless shares and a great deal of shouting. A patient man from the FBI reads his papers.
137106|tt1490017|The Lego Movie||2014-02-06|100|Animation, Family, Adventure, Comedy, Fantasy|en|US|PG|77|A builder who follows every instruction is taken for the one who needs none. There isn't much time to learn.
120467|tt2278388|The Grand Budapest Hotel||2014-02-26|100|Comedy, Drama|en|DE|R|83|A concierge inherits a painting from an old guest and is accused of her murder. His lobby boy stands by him.
100402|tt1843866|Captain America: The Winter Soldier||2014-03-20|136|Action, Adventure, Science Fiction|en|US|PG-13|83|A soldier of another age works for people who keep too many secrets. Someone with a metal arm is sent after him.
102382|tt1872181|The Amazing Spider-Man 2||2014-04-16|141|Action, Adventure, Fantasy|en|US|PG-13|71|A hero made a promise that he can't keep. An electrician whom nobody noticed lights up the city.
124905|tt0831387|Godzilla||2014-05-14|123|Action, Drama, Science Fiction|en|US|PG-13|74|Something feeds on the ruins of a power station in Japan. What hunts it comes out of the sea.
127585|tt1877832|X-Men: Days of Future Past||2014-05-15|132|Action, Adventure, Science Fiction|en|US|PG-13|79|In a future without hope, one man is sent back to prevent it. He has to make two old friends talk to each other.
222935|tt2582846|The Fault in Our Stars||2014-05-16|126|Romance, Drama|en|US|PG-13|74|Two young people meet in a group for the very ill. They share a favourite book and travel to ask its author how it ends.
137113|tt1631867|Edge of Tomorrow||2014-05-27|114|Action, Science Fiction|en|US|PG-13|80|An officer who has never fought dies on his first day at the front. Then the day begins again, and again.
102651|tt1587310|Maleficent||2014-05-28|97|Fantasy, Adventure, Action, Family, Romance|en|US|PG|75|A fairy is betrayed by the man who becomes king and curses his child. Then she watches the girl grow up.
240832|tt2872732|Lucy||2014-07-25|89|Action, Science Fiction|en|FR|R|71|A student is made to carry a drug that nobody should swallow. It leaks, and she begins to understand everything.
118340|tt2015381|Guardians of the Galaxy||2014-07-30|121|Action, Science Fiction, Adventure|en|US|PG-13|89|A thief with a tape of old songs steals the wrong orb. In prison he meets a raccoon, a tree and two people who want to kill someone.
210577|tt2267998|Gone Girl||2014-10-01|149|Mystery, Thriller, Drama|en|US|R|84|A woman vanishes on her wedding anniversary, and all the cameras turn to her husband. Her diary tells another marriage than he does.
244786|tt2582802|Whiplash||2014-10-10|107|Drama, Music|en|US|R|85|A young drummer is chosen by a teacher whom everybody fears. Neither of them knows where to stop.
228150|tt2713180|Fury||2014-10-15|135|War, Drama, Action|en|US|R|78|Five men in a tank roll into the last weeks of a war. One of them has never fired at anybody.
194662|tt2562232|Birdman or (The Unexpected Virtue of Ignorance)||2014-10-17|120|Drama, Comedy|en|US|R|77|An actor who once played a hero with wings puts on a serious play. The voice of the bird has opinions about it.
245891|tt2911666|John Wick||2014-10-22|101|Action, Thriller|en|US|R|87|A widower had left his old work for good. Somebody breaks into his house who doesn't know what that work was.
177572|tt2245084|Big Hero 6||2014-10-24|102|Adventure, Family, Animation, Action, Comedy|en|US|PG|78|A boy inherits an inflatable nurse from his brother. Together with four students they go after a man in a mask.
157336|tt0816692|Interstellar||2014-11-05|169|Adventure, Drama, Science Fiction|en|US|PG-13|96|The fields are dying, and a farmer who used to fly is asked to look for another world. An hour out there costs years at home.
131631|tt1951265|The Hunger Games: Mockingjay - Part 1||2014-11-19|123|Science Fiction, Adventure, Thriller|en|US|PG-13|76|A survivor of the games is asked to be the face of an uprising. She agrees on one condition.
122917|tt2310332|The Hobbit: The Battle of the Five Armies||2014-12-10|144|Action, Adventure, Fantasy|en|NZ|PG-13|77|The dragon is gone, and everyone wants the mountain. A small burglar tries to keep his friends from a war.
207703|tt2802144|Kingsman: The Secret Service||2014-12-13|129|Crime, Comedy, Action, Adventure|en|GB|R|80|A boy from a London estate is tested for a very polite secret service. A man with a lisp and a plan keeps them busy.
190859|tt2179136|American Sniper||2014-12-25|133|War, Action|en|US|R|77|A cowboy becomes the best shot of his army in four tours of Iraq. Each time it's harder to come home.
264660|tt0470752|Ex Machina||2015-01-21|108|Drama, Science Fiction|en|GB|R|79|A programmer wins a week at the house of the man he works for. He is to decide whether a machine can think, and she has questions too.
216015|tt2322441|Fifty Shades of Grey||2015-02-11|125|Drama, Romance, Thriller|en|US|R|70|A student interviews a rich man for her paper. He has a contract for her to read.
99861|tt2395427|Avengers: Age of Ultron||2015-04-22|141|Action, Adventure, Science Fiction|en|US|PG-13|84|A machine that was made to keep the peace finds that people are in the way of it. Its makers have to stop it, and disagree how.
76341|tt1392190|Mad Max: Fury Road||2015-05-13|121|Action, Adventure, Science Fiction|en|AU|R|88|A driver turns off the road with a tyrant's wives in her truck. A prisoner who wanted no part of it ends up at the wheel.
135397|tt0369610|Jurassic World||2015-06-06|124|Action, Adventure, Science Fiction, Thriller|en|US|PG-13|82|The park with the dinosaurs is open at last. To keep the visitors coming, its makers have bred something new.
150540|tt2096673|Inside Out||2015-06-09|95|Animation, Family, Adventure, Drama, Comedy|en|US|PG|87|Five feelings run the head of a girl of eleven. When she moves to another city, two of them get lost.
211672|tt2293640|Minions||2015-06-17|91|Family, Animation, Adventure, Comedy|en|US|PG|75|Small yellow helpers have never kept a master for long. Three of them set out to find the worst one yet.
102899|tt0478970|Ant-Man||2015-07-14|117|Science Fiction, Action, Adventure|en|US|PG-13|77|A burglar who wants to see his daughter takes one last job. What he steals is a suit that makes him small.
286217|tt3659388|The Martian||2015-09-30|141|Drama, Adventure, Science Fiction|en|US|PG-13|85|A botanist is left behind on Mars with food for a few weeks. He counts potatoes, and Earth counts days.
206647|tt2379713|Spectre||2015-10-26|148|Action, Adventure, Thriller|en|GB|PG-13|75|A message from the grave leads an agent to a table in Rome. At its head sits somebody he knew as a boy.
314365|tt1895587|Spotlight||2015-11-06|129|Drama, History|en|US|R|77|Four reporters in Boston ask who knew about a priest. The answer is longer than they feared.
131634|tt1951266|The Hunger Games: Mockingjay - Part 2||2015-11-18|137|Action, Adventure, Science Fiction|en|US|PG-13|75|The uprising reaches the capital, where every street is a trap. One of those who march has an aim of her own.
140607|tt2488496|Star Wars: The Force Awakens||2015-12-15|136|Adventure, Action, Science Fiction|en|US|PG-13|83|A scavenger, a deserter and a ball of a droid are chased across the galaxy. They are looking for a man who doesn't want to be found.
273248|tt3460252|The Hateful Eight||2015-12-25|188|Drama, Mystery, Western|en|US|R|79|A blizzard shuts eight strangers into one hut. One of them is worth ten thousand dollars, and not all are who they say.
281957|tt1663202|The Revenant||2015-12-25|157|Western, Drama, Adventure|en|US|R|82|A trapper is left for dead after a bear attacks him. He crawls through the winter after the man who left him.
293660|tt1431045|Deadpool||2016-02-09|108|Action, Adventure, Comedy|en|US|R|90|A mercenary takes a cure that makes him hard to kill and hard to look at. He talks about it a lot, also to the audience.
269149|tt2948356|Zootopia||2016-02-11|109|Animation, Adventure, Family, Comedy|en|US|PG|85|The first rabbit in the police is given parking tickets to write. She has two days to find a missing otter, and a fox to help her.
209112|tt2975590|Batman v Superman: Dawn of Justice||2016-03-23|152|Action, Adventure, Fantasy|en|US|PG-13|75|One hero watched the other bring down a city. A young man with money sees to it that they meet.
278927|tt3040964|The Jungle Book||2016-04-07|106|Family, Adventure, Drama, Fantasy|en|US|PG|77|A boy raised by wolves has to leave the jungle because of a tiger. A panther takes him, and a bear holds him up.
271110|tt3498820|Captain America: Civil War||2016-04-27|147|Adventure, Action, Science Fiction|en|US|PG-13|86|Governments want to decide when heroes may act. Two friends answer differently, and everyone else has to choose.
290250|tt3799694|The Nice Guys||2016-05-15|116|Comedy, Crime, Action|en|US|R|77|A detective with a drink in his hand and a man who breaks arms look for the same girl. His daughter is better at it than both.
246655|tt3385516|X-Men: Apocalypse||2016-05-18|144|Action, Adventure, Science Fiction, Fantasy|en|US|PG-13|72|The first of their kind wakes under the pyramids and dislikes what he sees. He chooses four to help him.
259693|tt3065204|The Conjuring 2||2016-06-08|134|Horror, Thriller|en|US|R|77|In a council house in London a girl speaks with an old man's voice. A couple from America comes to listen.
328111|tt2709768|The Secret Life of Pets||2016-06-18|86|Adventure, Comedy, Animation, Family|en|US|PG|73|A terrier has his owner to himself until she brings home another dog. Lost in the city, they have to get along.
297761|tt1386697|Suicide Squad||2016-08-03|123|Action, Adventure, Fantasy|en|US|PG-13|74|Prisoners with odd talents are sent where nobody else would go. If they run, there is something in their necks.
283366|tt1935859|Miss Peregrine's Home for Peculiar Children||2016-09-27|127|Fantasy, Adventure|en|US|PG-13|74|A boy follows his grandfather's stories to an island in Wales. There it has been the same day since 1943.
324786|tt2119532|Hacksaw Ridge||2016-10-07|139|Drama, History, War|en|AU|R|79|A young man joins the army and refuses to touch a rifle. On a cliff in Okinawa he shows what he meant.
284052|tt1211837|Doctor Strange||2016-10-25|115|Action, Adventure, Fantasy|en|US|PG-13|83|A surgeon loses the use of his hands and looks for a cure in the mountains. He is taught something else.
340666|tt4550098|Nocturnal Animals||2016-11-04|117|Drama, Thriller|en|US|R|74|A gallery owner gets a manuscript from the husband whom she left. It is violent, and dedicated to her.
329865|tt2543164|Arrival||2016-11-10|116|Drama, Science Fiction, Mystery|en|US|PG-13|84|Twelve shells hang over the Earth and say nothing that anyone understands. A linguist is asked to find out what they want.
259316|tt3183660|Fantastic Beasts and Where to Find Them||2016-11-16|132|Fantasy, Adventure, Family|en|GB|PG-13|78|A shy wizard comes to New York with a suitcase full of animals. Some of them get out.
313369|tt3783958|La La Land||2016-11-29|129|Comedy, Drama, Romance, Music|en|US|PG-13|81|An actress between auditions meets a pianist between jobs. The city that brings them together has plans for each of them.
330459|tt3748528|Rogue One: A Star Wars Story||2016-12-14|133|Action, Adventure, Science Fiction|en|US|PG-13|82|The daughter of an engineer learns that he has built a weapon with a flaw. A handful of rebels goes to fetch the plans.
274870|tt1355644|Passengers||2016-12-21|116|Drama, Romance, Science Fiction|en|US|PG-13|72|On a ship to another world one sleeper wakes ninety years too soon. He can live well there, but alone.
381288|tt4972582|Split||2017-01-19|117|Horror, Thriller|en|US|PG-13|78|Three girls wake up locked in a cellar. The man who brings their food is never quite the same.
324552|tt4425200|John Wick: Chapter 2||2017-02-08|122|Action, Thriller, Crime|en|US|R|81|An old oath forces a man back to work, this time in Rome. When it's done, everybody has his number.
419430|tt5052448|Get Out||2017-02-24|104|Mystery, Thriller, Horror|en|US|R|85|A photographer visits the family of his girlfriend in the country. Everyone is very kind to him.
263115|tt3315342|Logan||2017-02-28|137|Action, Drama, Science Fiction|en|US|R|86|An old fighter drives a limousine and looks after an older man. A girl who is very like him needs to get across the country.
321612|tt2771200|Beauty and the Beast||2017-03-16|129|Family, Fantasy, Romance|en|US|PG|75|A young woman takes her father's place in an enchanted castle. The furniture hopes that she will stay.
337339|tt4630562|The Fate of the Furious||2017-04-12|136|Action, Crime, Thriller|en|US|PG-13|76|The head of the family turns against it without a word. A woman with a computer knows why.
283995|tt3896198|Guardians of the Galaxy Vol. 2||2017-04-19|137|Science Fiction, Adventure, Action|en|US|PG-13|83|A man who never knew his father meets him on a planet of his own. His friends are less sure about the visit.
166426|tt1790809|Pirates of the Caribbean: Dead Men Tell No Tales||2017-05-23|128|Adventure, Action, Fantasy|en|US|PG-13|74|A dead captain comes out of the sea to find the man who tricked him. A young sailor and an astronomer look for the same thing.
297762|tt0451279|Wonder Woman||2017-05-30|141|Action, Adventure, Fantasy|en|US|PG-13|82|A pilot falls out of the sky onto an island of women. One of them follows him into his war to end it.
339403|tt3890160|Baby Driver||2017-06-28|113|Action, Crime|en|GB|R|79|A young driver with music in his ears takes robbers where they need to go. He wants to stop after the next one.
315635|tt2250912|Spider-Man: Homecoming||2017-07-05|133|Action, Adventure, Science Fiction, Drama|en|US|PG-13|84|A boy of fifteen would rather save the world than go to class. A man who sells stolen weapons gives him the chance.
374720|tt5013056|Dunkirk||2017-07-19|107|War, Action, Drama|en|GB|PG-13|78|An army waits on a beach with the sea before it and the enemy behind. Boats, planes and a clock decide who gets home.
398818|tt5726616|Call Me by Your Name||2017-09-01|132|Romance, Drama|en|IT|R|77|A boy spends the summer at his parents' house in Italy. His father's new assistant stays for six weeks.
346364|tt1396484|It||2017-09-06|135|Horror, Fantasy|en|US|R|83|Every twenty-seven years children disappear in a town in Maine. Seven friends find out what lives under it.
284053|tt3501632|Thor: Ragnarok||2017-10-02|131|Action, Adventure, Science Fiction|en|US|PG-13|84|A god without his hammer is made to fight in an arena at the end of space. At home his sister has taken the crown.
335984|tt1856101|Blade Runner 2049||2017-10-04|164|Science Fiction, Drama|en|US|R|84|A hunter of artificial people finds a box under a tree. What was in it could not have happened.
354912|tt2380307|Coco||2017-10-27|105|Family, Animation, Fantasy, Music, Comedy, Adventure|en|US|PG|87|A boy who may not play music strays into the land of the dead. He has until sunrise to find the one who can send him back.
392044|tt3402236|Murder on the Orient Express||2017-11-03|114|Mystery, Drama, Crime|en|US|PG-13|73|A train is stuck in the snow with a dead man aboard. Among the passengers is the best detective in the world.
141052|tt0974015|Justice League||2017-11-15|120|Action, Adventure, Science Fiction|en|US|PG-13|73|A rich man without powers looks for people who have them. Something is collecting three old boxes.
359940|tt5027774|Three Billboards Outside Ebbing, Missouri||2017-12-01|115|Crime, Drama|en|US|R|80|A mother rents three signs to ask the police a question. The town takes sides.
353486|tt2283362|Jumanji: Welcome to the Jungle||2017-12-09|119|Adventure, Action, Comedy, Fantasy|en|US|PG-13|77|Four pupils in detention switch on an old video game and are inside it. They have three lives each and other people's bodies.
181808|tt2527336|Star Wars: The Last Jedi||2017-12-13|152|Adventure, Action, Science Fiction|en|US|PG-13|76|A young woman asks an old master for help, and he refuses. What is left of the fleet is running out of fuel.
284054|tt1825683|Black Panther||2018-02-13|135|Action, Adventure, Science Fiction|en|US|PG-13|85|A young king rules a country that hides how rich it is. Somebody comes who has a right to the throne and an anger to go with it.
333339|tt1677720|Ready Player One||2018-03-28|140|Adventure, Action, Science Fiction|en|US|PG-13|78|Most people spend their lives in a game, and its maker has hidden a prize in it. A boy from the stacks finds the first clue.
447332|tt6644200|A Quiet Place||2018-04-03|91|Horror, Drama, Science Fiction|en|US|PG-13|79|A family lives without a sound because something hunts by ear. A child is on its way.
299536|tt4154756|Avengers: Infinity War||2018-04-25|149|Adventure, Action, Science Fiction|en|US|PG-13|92|Someone collects six stones that would let him wipe out half of everything. The heroes are in too many places at once.
383498|tt5463162|Deadpool 2||2018-05-10|120|Action, Comedy, Adventure|en|US|R|83|A man who can't die tries to keep a boy from becoming a killer. For that he needs a team, more or less.
260513|tt3606756|Incredibles 2||2018-06-14|118|Action, Adventure, Animation, Family|en|US|PG|79|The mother is asked to show the world that heroes are useful. The father stays at home with a baby who can do too much.
363088|tt5095030|Ant-Man and the Wasp||2018-07-04|119|Action, Adventure, Science Fiction|en|US|PG-13|75|A hero has three days of house arrest left and had better stay in. His old friends need what is in his head.
335983|tt1270797|Venom||2018-09-28|112|Science Fiction, Action|en|US|PG-13|77|A reporter breaks into a laboratory and takes something home with him. It lives in him, it is hungry and it talks.
332562|tt1517451|A Star Is Born||2018-10-03|136|Music, Drama, Romance|en|US|R|77|A singer near the end of his road hears a waitress sing. Her way leads up while his goes down.
490132|tt6966692|Green Book||2018-11-16|130|Drama, Comedy|en|US|PG-13|81|A pianist hires a bouncer to drive him through the South. They have eight weeks in one car and nothing in common.
324857|tt4633694|Spider-Man: Into the Spider-Verse||2018-12-06|117|Action, Adventure, Animation, Science Fiction|en|US|PG|88|A boy from Brooklyn has just been bitten when others like him fall out of the air. They need to get home before the city comes apart.
297802|tt1477834|Aquaman||2018-12-07|143|Action, Adventure, Fantasy|en|US|PG-13|77|A lighthouse keeper's son is heir to a kingdom under the sea. His brother, who rules it, wants war with the land.
399579|tt0437086|Alita: Battle Angel||2019-01-31|122|Action, Science Fiction, Adventure|en|US|PG-13|77|A doctor finds half of a girl on a scrap heap and gives her a body. She has forgotten everything but how to fight.
299537|tt4154664|Captain Marvel||2019-03-06|124|Action, Adventure, Science Fiction|en|US|PG-13|76|A soldier from the stars falls through the roof of a video shop. She seems to have lived on this planet before.
299534|tt4154796|Avengers: Endgame||2019-04-24|181|Adventure, Science Fiction, Action|en|US|PG-13|93|Five years after they lost, a visitor brings the heroes a strange idea. It takes all who are left, and one more try.
458156|tt6146586|John Wick: Chapter 3 - Parabellum||2019-05-15|131|Action, Thriller, Crime|en|US|R|82|A man has one hour before everyone may hunt him. There are still a few people who owe him something.
420817|tt6139732|Aladdin||2019-05-22|127|Adventure, Fantasy, Romance, Family|en|US|PG|76|A thief on the roofs of a desert city meets a princess in the market. The lamp that he is sent to steal is not empty.
496243|tt6751668|Parasite|기생충|2019-05-30|133|Comedy, Thriller, Drama|ko|KR|R|90|A poor family finds work in a rich one's house, each of them under another name. There is more in the house than they know.
429617|tt6320628|Spider-Man: Far From Home||2019-06-28|129|Action, Adventure, Science Fiction|en|US|PG-13|81|A school class travels through Europe, and trouble travels along. A stranger in a cape is always there to stop it.
420818|tt6105098|The Lion King||2019-07-12|118|Adventure, Drama, Family|en|US|PG|77|A young lion flees from the kingdom that should be his. Two friends teach him to worry about nothing.
466272|tt7131622|Once Upon a Time… in Hollywood||2019-07-24|162|Comedy, Drama, Thriller|en|US|R|81|An actor whose time is passing and his stuntman spend a summer in Los Angeles. There are new neighbours on the hill.
475557|tt7286456|Joker||2019-10-01|122|Crime, Thriller, Drama|en|US|R|89|A clown for hire lives with his mother and would like to make people laugh. The city has other things on its mind.
546554|tt8946378|Knives Out||2019-11-27|131|Comedy, Crime, Mystery|en|US|PG-13|84|A writer of crime stories dies after his birthday party. Every member of the family had a reason, and his nurse can't lie.
`
