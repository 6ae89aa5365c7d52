/** Films of the 2000s, as `readFilms` reads them. */
export const FILMS_2000S = `
98|tt0172495|Gladiator||2000-05-04|155|Action, Drama, Adventure|en|US|R|88|A Roman general is betrayed by the new emperor and sold as a slave. In the arena he becomes the one man whom the crowd loves more.
671|tt0241527|Harry Potter and the Philosopher's Stone||2001-11-16|152|Adventure, Fantasy|en|GB|PG|90|On his eleventh birthday an orphan learns that he is a wizard. His first year at school is full of friends, broomsticks and a locked corridor.
120|tt0120737|The Lord of the Rings: The Fellowship of the Ring||2001-12-18|179|Adventure, Fantasy, Action|en|NZ|PG-13|95|A quiet hobbit inherits a ring that must be destroyed. Nine companions set out with him, and not all of them can resist it.
585|tt0198781|Monsters, Inc.||2001-11-01|92|Animation, Comedy, Family|en|US|G|81|Two monsters scare children for a living. When a little girl follows one of them to work, it is the monsters who are afraid.
557|tt0145487|Spider-Man||2002-05-01|121|Fantasy, Action|en|US|PG-13|82|A shy student is bitten by a spider and can suddenly climb walls. His uncle's advice comes at a price.
672|tt0295297|Harry Potter and the Chamber of Secrets||2002-11-13|161|Adventure, Fantasy|en|GB|PG|84|Something in the school turns pupils to stone. A second-year wizard hears a voice in the walls that nobody else can hear.
121|tt0167261|The Lord of the Rings: The Two Towers||2002-12-18|179|Adventure, Fantasy, Action|en|NZ|PG-13|91|The companions are scattered over a country at war. Two of them follow a guide whom they cannot trust.
12|tt0266543|Finding Nemo||2003-05-30|100|Animation, Family|en|US|G|85|A clownfish who fears the open sea has to cross it to find his son. A fish without a memory keeps him company.
22|tt0325980|Pirates of the Caribbean: The Curse of the Black Pearl||2003-07-09|143|Adventure, Fantasy, Action|en|US|PG-13|87|A blacksmith and a pirate without a ship chase a crew that cannot die. What they want is a coin, and the girl who wears it.
24|tt0266697|Kill Bill: Vol. 1||2003-10-10|111|Action, Crime|en|US|R|83|A bride wakes from a long coma with a list of five names. The first two are about to meet her again.
122|tt0167260|The Lord of the Rings: The Return of the King||2003-12-01|201|Adventure, Fantasy, Action|en|NZ|PG-13|93|The last city of men prepares for a siege that it cannot win alone. Far away, two hobbits climb a mountain.
673|tt0304141|Harry Potter and the Prisoner of Azkaban||2004-05-31|141|Adventure, Fantasy|en|GB|PG|85|A prisoner has escaped, and everyone says that he is coming for Harry. The guards who hunt him are worse than he is.
9806|tt0317705|The Incredibles||2004-10-27|115|Action, Adventure, Animation, Family|en|US|PG|80|A family with super powers tries to live as ordinary people do. Then the father takes a secret job on an island.
272|tt0372784|Batman Begins||2005-06-10|140|Action, Crime, Drama|en|US|PG-13|83|A rich orphan travels the world to learn what fear is. He comes home with a plan, a cave and a cape.
674|tt0330373|Harry Potter and the Goblet of Fire||2005-11-16|157|Adventure, Fantasy|en|GB|PG-13|84|Three schools compete, and each may send one champion. A fourth name comes out of the cup.
675|tt0373889|Harry Potter and the Order of the Phoenix||2007-07-08|138|Adventure, Fantasy|en|GB|PG-13|82|The ministry says that nothing is wrong and takes over the school. The pupils begin to teach each other.
1726|tt0371746|Iron Man||2008-04-30|126|Action, Science Fiction, Adventure|en|US|PG-13|87|An arms maker is captured by men who use his weapons. What he builds to escape changes what he wants to build.
10681|tt0910970|WALL·E||2008-06-22|98|Animation, Family, Science Fiction|en|US|G|84|The last robot on Earth tidies up and collects what he likes. One day a visitor lands, and he follows her to the stars.
155|tt0468569|The Dark Knight||2008-07-16|152|Drama, Action, Crime, Thriller|en|US|PG-13|96|A masked hero, a policeman and a prosecutor have crime on the run. Then a man with painted lips offers the city another game.
14160|tt1049413|Up||2009-05-28|96|Animation, Comedy, Family, Adventure|en|US|PG|84|A widower ties balloons to his house and flies it to South America. He has a stowaway of eight years.
767|tt0417741|Harry Potter and the Half-Blood Prince||2009-07-15|153|Adventure, Fantasy|en|GB|PG|82|An old schoolbook full of notes makes a poor pupil brilliant. The headmaster has lessons of another kind for him.
16869|tt0361748|Inglourious Basterds||2009-08-19|153|Drama, Thriller, War|en|US|R|86|In occupied Paris a cinema is to show a film to the highest of the enemy. Its owner and a band of soldiers have plans for the same evening.
19995|tt0499549|Avatar||2009-12-15|162|Action, Adventure, Fantasy, Science Fiction|en|US|PG-13|91|A soldier in a wheelchair is given another body on a distant moon. He is to learn the ways of its people for those who want their land.
`
