import type { APIMessage } from 'discord-api-types/v10'

/** Tells a story as it is played. A test's narrator says nothing. */
export type Narrator = Readonly<{
  /** A new scene begins. */
  scene(title: string): void
  /** Somebody does something. */
  does(who: string, what: string): void
  /** Somebody sees a message. */
  sees(who: string, message: APIMessage | undefined): void
  /** What happens in the world outside Discord. */
  meanwhile(what: string): void
}>

export const silent: Narrator = {
  scene: () => undefined,
  does: () => undefined,
  sees: () => undefined,
  meanwhile: () => undefined,
}
