/** Shows, as `readShows` reads them. */
export const SHOWS = `
1396|tt0903747|81189|Breaking Bad||47|Drama, Crime|en|US|TV-MA|AMC|Ended|97|1:2008-01-20x7 2:2009-03-08x13 3:2010-03-21x13 4:2011-07-17x13 5:2012-07-15x16|A chemistry teacher who is gravely ill decides to provide for his family. His new trade needs a former pupil, a caravan and more lies every week.
1399|tt0944947|121361|Game of Thrones||60|Sci-Fi & Fantasy, Drama, Action & Adventure|en|US|TV-MA|HBO|Ended|96|1:2011-04-17x10 2:2012-04-01x10 3:2013-03-31x10 4:2014-04-06x10 5:2015-04-12x10 6:2016-04-24x10 7:2017-07-16x7 8:2019-04-14x6|Great families fight for one throne, with armies and with marriages. In the far north something stirs that cares for none of them.
60059|tt3032476|273181|Better Call Saul||46|Crime, Drama|en|US|TV-MA|AMC|Ended|90|1:2015-02-08x10 2:2016-02-15x10 3:2017-04-10x10 4:2018-08-06x10 5:2020-02-23x10 6:2022-04-18x13|A small lawyer with a talent for shortcuts tries to be a respectable one. It doesn't last.
`
