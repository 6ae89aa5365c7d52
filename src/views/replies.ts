import type { Refusal } from '../domain/refusals.ts'
import { markup } from '../platform/i18n.ts'
import { ids } from './ids.ts'
import { nameOf, oneLine } from './kit/foreign.ts'
import { button, type MessageBody, message, row, small, text } from './kit/message.ts'
import { moment } from './kit/moment.ts'
import { mention } from './kit/people.ts'
import { SIGNS } from './kit/signs.ts'
import type { SayText } from './texts/say.ts'

/** A no in words: what happened, and what can be done. */
export const refusalText = (refusal: Refusal, say: SayText): string => {
  const key = `refusal.${refusal.code}` as const
  switch (refusal.code) {
    case 'nothing-found':
      return say(key, { query: oneLine(refusal.query, 100) })
    case 'no-instance':
      return say(key, { kind: markup(refusal.kind) })
    case 'already-decided':
      return say(key, {
        by: markup(refusal.by === undefined ? 'none' : 'some'),
        who: refusal.by === undefined ? '' : mention(refusal.by),
        decision: markup(refusal.decision),
        at: moment(refusal.at),
      })
    case 'plex-no-access':
      return say(key, { account: nameOf(refusal.account), server: nameOf(refusal.server) })
    case 'plex-no-server-owned':
    case 'plex-other-account':
    case 'linked-elsewhere':
      return say(key, { account: nameOf(refusal.account) })
    case 'searched-lately':
    case 'synced-lately':
      return say(key, { again: moment(refusal.again) })
    case 'seasons-unclear':
    case 'seconds-unclear':
      return say(key, { text: oneLine(refusal.text, 100) })
    case 'season-unknown':
      return say(key, { season: refusal.season, seasons: refusal.seasons })
    case 'episode-unknown':
      return say(key, {
        episode: refusal.episode,
        episodes: markup(refusal.episodes === '' ? 'none' : 'some'),
        list: oneLine(refusal.episodes, 300),
      })
    case 'name-taken':
      return say(key, { name: nameOf(refusal.name) })
    default:
      return say(key)
  }
}

/** Where somebody signs in to Plex for what only they themselves can do. */
export const signInRow = (say: SayText) =>
  row(button(ids.linkAgain.make({}), say('signin.button'), 'primary'))

export const refusalReply = (refusal: Refusal, say: SayText): MessageBody =>
  message('quiet', [
    text(refusalText(refusal, say)),
    refusal.code === 'no-own-sign-in' ? signInRow(say) : undefined,
  ])

/** A button of an older version, or one that isn't ours. */
export const oldButtonReply = (say: SayText): MessageBody => message('quiet', [text(say('reply.old'))])

/** A service outside does not answer. */
export const busyReply = (say: SayText): MessageBody =>
  message('refused', [text(`${SIGNS.trouble} ${say('reply.busy')}`)])

/** A fault of ours. The number finds its line in the log. */
export const troubleReply = (id: string, say: SayText): MessageBody =>
  message('refused', [
    text(`${SIGNS.trouble} ${say('reply.trouble')}`, small(say('reply.trouble.id', { id }))),
  ])
