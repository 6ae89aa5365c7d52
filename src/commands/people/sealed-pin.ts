import type { StartedPin } from '../../actions/people/start-signin.ts'
import type { Context } from '../define.ts'

/** Begins a sign-in at plex.tv. What could be used to take it over is sealed before it is kept. */
export const sealedPin = async ({
  deps,
  answerToken,
}: Context): Promise<{ pin: StartedPin; url: string }> => {
  const { id: pinId, code, expiresAt, url } = await deps.plex.createPin()
  const id = deps.ids.next(deps.clock.now())
  const seal = (column: string, secret: string) => deps.vault.seal({ table: 'signins', id, column }, secret)
  return {
    pin: {
      id,
      pinId,
      pinCode: seal('pin_code', code),
      answerToken: seal('answer_token', answerToken),
      expiresAt,
    },
    url,
  }
}
