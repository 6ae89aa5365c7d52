/** Films of the 2000s, as `readFilms` reads them. */
export const FILMS_2000S = `
1359|tt0144084|American Psycho||2000-04-13|102|Thriller, Drama, Crime|en|US|R|80|A young banker cares about suits, tables and visiting cards. At night he has other hobbies, or says that he has.
98|tt0172495|Gladiator||2000-05-04|155|Action, Drama, Adventure|en|US|R|88|A Roman general is betrayed by the new emperor and sold as a slave. In the arena he becomes the one man whom the crowd loves more.
36657|tt0120903|X-Men||2000-07-13|104|Adventure, Action, Science Fiction|en|US|PG-13|77|A girl who can touch nobody finds a school for people like her. There are two views of what should come of them.
77|tt0209144|Memento||2000-10-11|113|Mystery, Thriller|en|US|R|84|A man who forgets everything after a few minutes looks for a killer. He writes on photographs, and on himself.
9741|tt0217869|Unbreakable||2000-11-22|106|Thriller, Drama, Mystery|en|US|PG-13|76|A guard is the only one to walk away from a train crash. A man whose bones break like glass thinks he knows why.
8358|tt0162222|Cast Away||2000-12-22|143|Adventure, Drama|en|US|PG-13|79|A man who lives by the clock is washed up on an island with a few parcels. He has all the time in the world.
808|tt0126029|Shrek||2001-05-18|90|Animation, Comedy, Fantasy, Adventure, Family|en|US|PG|85|An ogre wants his swamp for himself. To get it back he has to fetch a princess, with a donkey who never stops talking.
129|tt0245429|Spirited Away|千と千尋の神隠し|2001-07-20|125|Animation, Family, Fantasy|ja|JP|PG|90|A girl strays into a bath house for spirits and has to work there. To go home she must not forget her name.
585|tt0198781|Monsters, Inc.||2001-11-01|92|Animation, Comedy, Family|en|US|G|81|Two monsters scare children for a living. When a little girl follows one of them to work, it is the monsters who are afraid.
671|tt0241527|Harry Potter and the Philosopher's Stone||2001-11-16|152|Adventure, Fantasy|en|GB|PG|90|On his eleventh birthday an orphan learns that he is a wizard. His first year at school is full of friends, broomsticks and a locked corridor.
120|tt0120737|The Lord of the Rings: The Fellowship of the Ring||2001-12-18|179|Adventure, Fantasy, Action|en|NZ|PG-13|95|A quiet hobbit inherits a ring that must be destroyed. Nine companions set out with him, and not all of them can resist it.
425|tt0268380|Ice Age||2002-03-10|81|Animation, Comedy, Family, Adventure|en|US|PG|79|A mammoth, a sloth and a tiger carry a human child home across the ice. One of them has other orders.
557|tt0145487|Spider-Man||2002-05-01|121|Fantasy, Action|en|US|PG-13|82|A shy student is bitten by a spider and can suddenly climb walls. His uncle's advice comes at a price.
1894|tt0121765|Star Wars: Episode II - Attack of the Clones||2002-05-15|142|Adventure, Action, Science Fiction|en|US|PG|75|A senator is to be killed, and a young knight is to protect her. His teacher finds an army that nobody admits to ordering.
423|tt0253474|The Pianist||2002-09-17|150|Drama, War|en|FR|R|84|A pianist in Warsaw loses his work, his home and his family to the occupation. He hides in a city that is being taken apart.
672|tt0295297|Harry Potter and the Chamber of Secrets||2002-11-13|161|Adventure, Fantasy|en|GB|PG|84|Something in the school turns pupils to stone. A second-year wizard hears a voice in the walls that nobody else can hear.
640|tt0264464|Catch Me If You Can||2002-12-16|141|Drama, Crime|en|US|PG-13|84|A boy of sixteen lives as a pilot, a doctor and a lawyer. The agent who hunts him calls him at Christmas.
121|tt0167261|The Lord of the Rings: The Two Towers||2002-12-18|179|Adventure, Fantasy, Action|en|NZ|PG-13|91|The companions are scattered over a country at war. Two of them follow a guide whom they cannot trust.
36658|tt0290334|X2||2003-04-27|133|Adventure, Action, Science Fiction|en|US|PG-13|75|Soldiers raid a school at night, and the pupils scatter. To find them, two enemies have to work together.
12|tt0266543|Finding Nemo||2003-05-30|100|Animation, Family|en|US|G|85|A clownfish who fears the open sea has to cross it to find his son. A fish without a memory keeps him company.
22|tt0325980|Pirates of the Caribbean: The Curse of the Black Pearl||2003-07-09|143|Adventure, Fantasy, Action|en|US|PG-13|87|A blacksmith and a pirate without a ship chase a crew that cannot die. What they want is a coin, and the girl who wears it.
24|tt0266697|Kill Bill: Vol. 1||2003-10-10|111|Action, Crime|en|US|R|83|A bride wakes from a long coma with a list of five names. The first two are about to meet her again.
122|tt0167260|The Lord of the Rings: The Return of the King||2003-12-01|201|Adventure, Fantasy, Action|en|NZ|PG-13|93|The last city of men prepares for a siege that it cannot win alone. Far away, two hobbits climb a mountain.
38|tt0338013|Eternal Sunshine of the Spotless Mind||2004-03-19|108|Science Fiction, Drama, Romance|en|US|R|84|A man has his memories of a woman removed because she did the same. Halfway through he changes his mind.
747|tt0365748|Shaun of the Dead||2004-04-09|99|Horror, Comedy|en|GB|R|79|A salesman has to win back his girlfriend and visit his mother. The dead have begun to walk, and he hadn't noticed.
393|tt0378194|Kill Bill: Vol. 2||2004-04-16|136|Action, Crime, Thriller|en|US|R|80|Three names are left on a bride's list. The last one has something that she believed lost.
652|tt0332452|Troy||2004-05-13|163|Adventure, History, War, Action|en|US|R|76|A prince takes another king's wife home with him. A thousand ships come to fetch her back.
809|tt0298148|Shrek 2||2004-05-19|93|Animation, Family, Comedy, Fantasy, Adventure|en|US|PG|81|An ogre has to meet his wife's parents, who are a king and a queen. They had expected somebody else.
673|tt0304141|Harry Potter and the Prisoner of Azkaban||2004-05-31|141|Adventure, Fantasy|en|GB|PG|85|A prisoner has escaped, and everyone says that he is coming for Harry. The guards who hunt him are worse than he is.
594|tt0362227|The Terminal||2004-06-17|128|Comedy, Drama|en|US|PG-13|78|A traveller's country ceases to exist while he is in the air. He may neither enter nor leave, so he moves into the airport.
558|tt0316654|Spider-Man 2||2004-06-25|127|Action, Adventure, Fantasy|en|US|PG-13|80|Saving the city costs a student his job, his marks and his friends. A scientist with four more arms makes it worse.
11036|tt0332280|The Notebook||2004-06-25|123|Romance, Drama|en|US|PG-13|80|An old man reads a love story to a woman who forgets it each day. It begins at a fair, one summer before the war.
176|tt0387564|Saw||2004-10-01|103|Horror, Mystery, Crime|en|US|R|79|Two men wake up chained in a bathroom with a tape each. Somebody wants them to earn their lives.
9806|tt0317705|The Incredibles||2004-10-27|115|Action, Adventure, Animation, Family|en|US|PG|80|A family with super powers tries to live as ordinary people do. Then the father takes a secret job on an island.
1895|tt0121766|Star Wars: Episode III - Revenge of the Sith||2005-05-17|140|Adventure, Action, Science Fiction|en|US|PG-13|80|A young knight dreams that his wife will die. The only one who offers help wants something for it.
272|tt0372784|Batman Begins||2005-06-10|140|Action, Crime, Drama|en|US|PG-13|83|A rich orphan travels the world to learn what fear is. He comes home with a plan, a cave and a cape.
74|tt0407304|War of the Worlds||2005-06-28|117|Adventure, Thriller, Science Fiction|en|US|PG-13|74|A docker has his children for the weekend when machines rise out of the ground. All he can do is run with them.
118|tt0367594|Charlie and the Chocolate Factory||2005-07-13|115|Adventure, Comedy, Family, Fantasy|en|US|PG|75|Five children win a day in a factory that nobody has seen from inside. Only one of them listens.
674|tt0330373|Harry Potter and the Goblet of Fire||2005-11-16|157|Adventure, Fantasy|en|GB|PG-13|84|Three schools compete, and each may send one champion. A fourth name comes out of the cup.
411|tt0363771|The Chronicles of Narnia: The Lion, the Witch and the Wardrobe||2005-12-07|143|Adventure, Family, Fantasy|en|GB|PG|80|Four children who were sent to the country find a land behind some coats. It has been winter there for a hundred years.
752|tt0434409|V for Vendetta||2006-02-23|132|Action, Thriller, Science Fiction|en|GB|R|81|In a country ruled by fear, a man in a mask gives it a year to think. A woman who works in television is drawn into his plan.
920|tt0317219|Cars||2006-06-08|117|Animation, Adventure, Comedy, Family|en|US|G|78|A racing car is stranded in a town that the motorway passed by. It has to mend the road before it may leave.
350|tt0458352|The Devil Wears Prada||2006-06-29|109|Comedy, Drama, Romance|en|US|PG-13|80|A graduate who knows nothing of fashion becomes assistant to the woman who decides it. She learns, and pays for it.
58|tt0383574|Pirates of the Caribbean: Dead Man's Chest||2006-07-06|151|Adventure, Fantasy, Action|en|US|PG-13|80|A captain owes his soul to the master of a ship of the drowned. He would rather pay with other people's.
1422|tt0407887|The Departed||2006-10-04|151|Drama, Thriller, Crime|en|US|R|85|The police have a man among the gangsters, and the gangsters have one among the police. Each is told to find the other.
1417|tt0457430|Pan's Labyrinth|El laberinto del fauno|2006-10-10|118|Fantasy, Drama, War|es|ES|R|81|A girl comes to live with a cruel captain in the woods. In a maze nearby, a faun gives her three tasks.
1124|tt0482571|The Prestige||2006-10-19|130|Drama, Mystery, Science Fiction|en|GB|PG-13|87|Two magicians who were friends spend their lives outdoing each other. Each trick costs them more than the last.
36557|tt0381061|Casino Royale||2006-11-14|144|Adventure, Action, Thriller|en|GB|PG-13|82|A new agent with a licence to kill is sent to win at cards. The woman who holds the money doesn't think much of him.
1271|tt0416449|300||2007-03-07|117|Action, Adventure, War|en|US|R|77|A king who may not go to war takes three hundred men for a walk. At a narrow pass they meet an empire.
559|tt0413300|Spider-Man 3||2007-05-01|139|Fantasy, Action, Adventure|en|US|PG-13|75|A hero finds a black suit that makes him strong and unkind. A man of sand and an old friend have accounts to settle with him.
285|tt0449088|Pirates of the Caribbean: At World's End||2007-05-19|169|Adventure, Fantasy, Action|en|US|PG-13|79|The last free pirates need every captain, even the one who is dead. They sail over the edge to fetch him.
1858|tt0418279|Transformers||2007-06-27|143|Adventure, Science Fiction, Action|en|US|PG-13|76|A boy buys his first car and finds that it can stand up. Others of its kind are looking for his grandfather's glasses.
2062|tt0382932|Ratatouille||2007-06-28|111|Animation, Comedy, Family, Fantasy|en|US|G|83|A rat with a fine nose lives under a famous restaurant. A kitchen boy who cannot cook gives him a way in.
675|tt0373889|Harry Potter and the Order of the Phoenix||2007-07-08|138|Adventure, Fantasy|en|GB|PG-13|82|The ministry says that nothing is wrong and takes over the school. The pupils begin to teach each other.
2503|tt0440963|The Bourne Ultimatum||2007-08-03|115|Action, Drama, Mystery, Thriller|en|US|PG-13|77|A man who lost his memory is close to the day on which it was taken. Those who did it read the same newspaper.
6479|tt0480249|I Am Legend||2007-12-12|101|Drama, Science Fiction, Thriller|en|US|PG-13|78|A doctor and his dog have New York to themselves by day. At night they lock the doors.
8681|tt0936501|Taken||2008-02-18|94|Action, Thriller|en|FR|PG-13|79|A girl on holiday in Paris is dragged from under a bed while she talks to her father. He has four days, and he used to do this for a living.
1726|tt0371746|Iron Man||2008-04-30|126|Action, Science Fiction, Adventure|en|US|PG-13|87|An arms maker is captured by men who use his weapons. What he builds to escape changes what he wants to build.
9502|tt0441773|Kung Fu Panda||2008-06-04|90|Action, Adventure, Animation, Family, Comedy|en|US|PG|80|A panda who sells noodles is chosen to save the valley. His teachers would have picked anyone else.
10681|tt0910970|WALL·E||2008-06-22|98|Animation, Family, Science Fiction|en|US|G|84|The last robot on Earth tidies up and collects what he likes. One day a visitor lands, and he follows her to the stars.
155|tt0468569|The Dark Knight||2008-07-16|152|Drama, Action, Crime, Thriller|en|US|PG-13|96|A masked hero, a policeman and a prosecutor have crime on the run. Then a man with painted lips offers the city another game.
12405|tt1010048|Slumdog Millionaire||2008-11-12|120|Drama, Romance|en|GB|R|77|A boy from the slums is one question from the highest prize. The police want to hear how he knew the others.
8966|tt1099212|Twilight||2008-11-20|122|Fantasy, Drama, Romance|en|US|PG-13|74|A girl moves to a town where it always rains. The boy beside her in class doesn't eat, and keeps his distance.
4922|tt0421715|The Curious Case of Benjamin Button||2008-12-25|166|Drama, Fantasy, Romance|en|US|PG-13|78|A man is born old and grows younger. The girl he loves goes the other way, and they meet in the middle.
13183|tt0409459|Watchmen||2009-03-04|163|Action, Mystery, Science Fiction|en|US|R|76|Heroes are forbidden, and someone has begun to kill the old ones. The only one who still has powers is losing interest in people.
2080|tt0458525|X-Men Origins: Wolverine||2009-04-28|107|Adventure, Action, Thriller, Science Fiction|en|US|PG-13|71|A man who has fought in every war wants to cut trees in peace. His brother and the army have other ideas.
13475|tt0796366|Star Trek||2009-05-06|127|Science Fiction, Action, Adventure|en|US|PG-13|77|A hothead from Iowa and a cool head from Vulcan end up on one ship. A miner from the future wants revenge on both of their worlds.
14160|tt1049413|Up||2009-05-28|96|Animation, Comedy, Family, Adventure|en|US|PG|84|A widower ties balloons to his house and flies it to South America. He has a stowaway of eight years.
18785|tt1119646|The Hangover||2009-06-02|100|Comedy|en|US|R|79|Three friends wake up in a hotel with a tiger and without the groom. None of them can say how the night went.
8355|tt1080016|Ice Age: Dawn of the Dinosaurs||2009-06-26|94|Animation, Comedy, Family, Adventure|en|US|PG|74|A sloth takes three eggs that he found under the ice. Their mother comes to fetch them, and him.
767|tt0417741|Harry Potter and the Half-Blood Prince||2009-07-15|153|Adventure, Fantasy|en|GB|PG|82|An old schoolbook full of notes makes a poor pupil brilliant. The headmaster has lessons of another kind for him.
19913|tt1022603|(500) Days of Summer||2009-07-17|95|Comedy, Drama, Romance|en|US|PG-13|76|A man who believes in love meets a woman who doesn't. He goes over the days again, in no order, to see what he missed.
16869|tt0361748|Inglourious Basterds||2009-08-19|153|Drama, Thriller, War|en|US|R|86|In occupied Paris a cinema is to show a film to the highest of the enemy. Its owner and a band of soldiers have plans for the same evening.
14161|tt1190080|2012||2009-10-10|158|Action, Adventure, Science Fiction|en|US|PG-13|73|The ground is about to give way everywhere, and governments have known for years. A writer tries to get his children aboard.
19995|tt0499549|Avatar||2009-12-15|162|Action, Adventure, Fantasy, Science Fiction|en|US|PG-13|91|A soldier in a wheelchair is given another body on a distant moon. He is to learn the ways of its people for those who want their land.
10528|tt0988045|Sherlock Holmes||2009-12-23|129|Action, Adventure, Crime, Mystery|en|GB|PG-13|77|A man who was hanged walks out of his grave. A detective who is losing his flatmate to marriage takes the case.
`
