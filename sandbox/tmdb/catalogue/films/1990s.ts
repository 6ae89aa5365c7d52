/** Films of the 1990s, as `readFilms` reads them. */
export const FILMS_1990S = `
769|tt0099685|GoodFellas||1990-09-12|145|Drama, Crime|en|US|R|86|A boy from Brooklyn wants to be a gangster and becomes one. For years it is all he hoped for.
162|tt0099487|Edward Scissorhands||1990-12-07|105|Fantasy, Drama, Romance|en|US|PG-13|80|A saleswoman brings home a shy young man from the castle on the hill. He has blades for hands and a gift for hedges.
274|tt0102926|The Silence of the Lambs||1991-02-14|119|Crime, Drama, Thriller|en|US|R|86|A trainee of the FBI is sent to ask a prisoner for help. He answers questions only for something in return.
280|tt0103064|Terminator 2: Judgment Day||1991-07-03|137|Action, Thriller, Science Fiction|en|US|R|87|A boy in a foster home is hunted by something made of metal. Something else made of metal is sent to guard him.
10020|tt0101414|Beauty and the Beast||1991-10-22|84|Romance, Family, Animation, Fantasy|en|US|G|82|A girl who reads takes her father's place as prisoner of a beast. A rose under glass is losing its petals.
500|tt0105236|Reservoir Dogs||1992-09-02|99|Crime, Thriller|en|US|R|81|Six men who know each other by colours rob a jeweller. In a warehouse afterwards they look for the one who talked.
812|tt0103639|Aladdin||1992-11-25|95|Animation, Family, Adventure, Fantasy, Romance|en|US|G|82|A boy who steals to eat finds a lamp and three wishes. The first of them is to be somebody else.
137|tt0107048|Groundhog Day||1993-02-11|101|Romance, Fantasy, Drama, Comedy|en|US|PG|82|A weatherman who dislikes everybody is sent to a small town. The next morning it is the same morning.
329|tt0107290|Jurassic Park||1993-06-11|127|Adventure, Science Fiction|en|US|PG-13|89|A rich man shows a few experts his new park before it opens. The storm and the animals are not on the programme.
9479|tt0107688|The Nightmare Before Christmas||1993-10-09|76|Fantasy, Animation, Family|en|US|PG|82|The king of Halloween is tired of it and discovers another feast. He means well.
424|tt0108052|Schindler's List||1993-12-15|195|Drama, History, War|en|US|R|89|A businessman comes to occupied Poland to make money from the war. He ends by spending it on the people who work for him.
13|tt0109830|Forrest Gump||1994-06-23|142|Comedy, Drama, Romance|en|US|PG-13|91|A man on a bench tells strangers about his life. Without meaning to, he was there for most of what his country remembers.
8587|tt0110357|The Lion King||1994-06-24|89|Family, Animation, Drama|en|US|G|88|A lion cub loses his father and runs from what he believes is his fault. Growing up far away, he learns that his home needs him.
854|tt0110475|The Mask||1994-07-29|101|Romance, Comedy, Crime, Fantasy|en|US|PG-13|77|A bank clerk whom everybody steps on finds an old mask. At night he is green and afraid of nothing.
680|tt0110912|Pulp Fiction||1994-09-10|154|Thriller, Crime|en|US|R|92|Two hitmen, a boxer and a gangster's wife cross each other's paths in Los Angeles. None of the stories is told in order, and a suitcase is in most of them.
101|tt0110413|Léon: The Professional||1994-09-14|111|Crime, Drama, Action|en|FR|R|86|A killer for hire opens his door to the girl from next door. She wants to learn his trade.
278|tt0111161|The Shawshank Redemption||1994-09-23|142|Drama, Crime|en|US|R|96|A banker is sent to prison for life and says that he did nothing. Over two decades he makes a friend, and plans.
197|tt0112573|Braveheart||1995-05-24|177|Action, Drama, History, War|en|US|R|81|A Scot wants to farm and raise a family. After what the English do, he raises a country.
807|tt0114369|Se7en||1995-09-22|127|Crime, Mystery, Thriller|en|US|R|86|Two detectives follow a murderer who takes the seven deadly sins as his list. The older one wants to retire, the younger one wants to win.
862|tt0114709|Toy Story||1995-10-30|81|Animation, Adventure, Family, Comedy|en|US|G|89|A cowboy doll has always been the favourite toy. Then a space ranger arrives who doesn't know that he is one.
8844|tt0113497|Jumanji||1995-12-15|104|Adventure, Fantasy, Family|en|US|PG|79|Two children begin a board game and let out the boy who started it. What comes out with him can only be stopped by playing on.
63|tt0114746|Twelve Monkeys||1995-12-29|129|Science Fiction, Thriller, Mystery|en|US|R|79|A prisoner is sent back in time to find where a plague began. He is believed to be mad, and begins to agree.
18|tt0119116|The Fifth Element||1997-05-02|126|Adventure, Fantasy, Action, Thriller, Science Fiction|en|FR|PG-13|80|A woman with orange hair falls through the roof of a taxi. She is the last piece of something that could save everyone.
330|tt0119567|The Lost World: Jurassic Park||1997-05-23|129|Adventure, Action, Science Fiction|en|US|PG-13|75|There was a second island where the animals were bred. One party goes to study them, another to take them home.
607|tt0119654|Men in Black||1997-07-02|98|Action, Adventure, Comedy, Science Fiction|en|US|PG-13|80|A policeman outruns something that cannot be. The men who explain it to him wear black and have a vacancy.
128|tt0119698|Princess Mononoke|もののけ姫|1997-07-12|134|Adventure, Fantasy, Animation|ja|JP|PG-13|85|A prince with a cursed arm rides west to find out where the curse came from. He arrives between a town of iron and the gods of the forest.
597|tt0120338|Titanic||1997-11-18|194|Drama, Romance|en|US|PG-13|92|A young woman of the upper decks meets a drifter from below on a ship's first crossing. The ship does not arrive.
489|tt0119217|Good Will Hunting||1997-12-05|127|Drama|en|US|R|83|A young cleaner solves a problem on a blackboard at night. To stay out of prison he has to talk about himself.
637|tt0118799|Life Is Beautiful|La vita è bella|1997-12-20|116|Comedy, Drama|it|IT|PG-13|84|A cheerful man wins the woman he loves by luck and cheek. When they are all taken to a camp, he tells his son that it's a game.
37165|tt0120382|The Truman Show||1998-06-04|103|Comedy, Drama|en|US|PG|82|A cheerful man lives in a cheerful town where everyone knows him. One day a lamp falls out of the sky.
73|tt0120586|American History X||1998-07-01|119|Drama|en|US|R|81|A man leaves prison having changed his mind about hate. His younger brother has not yet.
857|tt0120815|Saving Private Ryan||1998-07-24|169|Drama, History, War|en|US|R|86|Eight soldiers are sent behind the lines to bring one man home. They ask each other whether he is worth it.
9487|tt0120623|A Bug's Life||1998-11-25|95|Adventure, Animation, Comedy, Family|en|US|G|75|An ant sets out to hire warriors against the grasshoppers. He comes back with a circus.
603|tt0133093|The Matrix||1999-03-30|136|Action, Science Fiction|en|US|R|94|A programmer is told that the world he knows is made by machines. He is offered two pills and a way out.
1893|tt0120915|Star Wars: Episode I - The Phantom Menace||1999-05-19|136|Adventure, Action, Science Fiction|en|US|PG|77|Two knights rescue a queen and have to land on a desert world. A slave boy there can repair anything and race anyone.
2105|tt0163651|American Pie||1999-07-09|95|Comedy, Romance|en|US|R|74|Four friends make a promise to be kept by the end of school. It leads to a pie, a video and a wise father.
14|tt0169547|American Beauty||1999-09-15|122|Drama|en|US|R|79|A man in a quiet street decides to stop doing as he should. His wife, his daughter and the neighbours notice.
550|tt0137523|Fight Club||1999-10-15|139|Drama|en|US|R|90|An office worker who cannot sleep meets a soap maker with ideas. The club they start has rules, and then it has members everywhere.
863|tt0120363|Toy Story 2||1999-10-30|92|Animation, Comedy, Family|en|US|G|81|A collector steals the cowboy and means to sell him to a museum. His friends cross the street, which is a long way for toys.
`
