/** Films of the 1990s, as `readFilms` reads them. */
export const FILMS_1990S = `
680|tt0110912|Pulp Fiction||1994-09-10|154|Thriller, Crime|en|US|R|92|Two hitmen, a boxer and a gangster's wife cross each other's paths in Los Angeles. None of the stories is told in order, and a suitcase is in most of them.
13|tt0109830|Forrest Gump||1994-06-23|142|Comedy, Drama, Romance|en|US|PG-13|91|A man on a bench tells strangers about his life. Without meaning to, he was there for most of what his country remembers.
278|tt0111161|The Shawshank Redemption||1994-09-23|142|Drama, Crime|en|US|R|96|A banker is sent to prison for life and says that he did nothing. Over two decades he makes a friend, and plans.
8587|tt0110357|The Lion King||1994-06-24|89|Family, Animation, Drama|en|US|G|88|A lion cub loses his father and runs from what he believes is his fault. Growing up far away, he learns that his home needs him.
862|tt0114709|Toy Story||1995-10-30|81|Animation, Adventure, Family, Comedy|en|US|G|89|A cowboy doll has always been the favourite toy. Then a space ranger arrives who doesn't know that he is one.
807|tt0114369|Se7en||1995-09-22|127|Crime, Mystery, Thriller|en|US|R|86|Two detectives follow a murderer who takes the seven deadly sins as his list. The older one wants to retire, the younger one wants to win.
597|tt0120338|Titanic||1997-11-18|194|Drama, Romance|en|US|PG-13|92|A young woman of the upper decks meets a drifter from below on a ship's first crossing. The ship does not arrive.
37165|tt0120382|The Truman Show||1998-06-04|103|Comedy, Drama|en|US|PG|82|A cheerful man lives in a cheerful town where everyone knows him. One day a lamp falls out of the sky.
603|tt0133093|The Matrix||1999-03-30|136|Action, Science Fiction|en|US|R|94|A programmer is told that the world he knows is made by machines. He is offered two pills and a way out.
550|tt0137523|Fight Club||1999-10-15|139|Drama|en|US|R|90|An office worker who cannot sleep meets a soap maker with ideas. The club they start has rules, and then it has members everywhere.
`
