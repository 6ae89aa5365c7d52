import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { z } from 'zod'
import type { Home } from '../db/queries/home.ts'
import type { Member } from '../domain/people/actor.ts'
import type { Policy } from '../domain/people/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { CustomId } from '../views/ids.ts'
import type { MessageBody } from '../views/kit/message.ts'
import type { SayText } from '../views/texts/say.ts'
import type { CommandDeps } from './ports.ts'

/** What a command answers; the dispatcher turns it into calls to Discord. */
export type Reply =
  /** A message of its own, seen by the asker alone. */
  | { kind: 'show'; body: MessageBody }
  /** Changes the message that was pressed. */
  | { kind: 'update'; body: MessageBody }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData }
  /** A no, told to the asker alone; the message that was pressed stays. */
  | { kind: 'refuse'; refusal: Refusal }

export const show = (body: MessageBody): Reply => ({ kind: 'show', body })
export const update = (body: MessageBody): Reply => ({ kind: 'update', body })
export const modal = (form: APIModalInteractionResponseCallbackData): Reply => ({
  kind: 'modal',
  modal: form,
})
export const refuse = (refusal: Refusal): Reply => ({ kind: 'refuse', refusal })

/** What a module knows of the moment it runs in. */
export type Context = Readonly<{
  actor: Member
  home: Home | undefined
  deps: CommandDeps
  say: SayText
  /** Where it was done; absent in DMs. */
  guildId?: string
  /** Lets the answer be edited for 15 minutes. A secret. */
  answerToken: string
}>

/**
 * How the first answer goes out: as a message of its own (`show`), as a change of the pressed message (`update`),
 * or as a modal, which must be the first answer and so must be ready at once. A `slow` module is acknowledged
 * before it runs; any other only when it takes longer than the dispatcher's patience.
 */
type Manner = Readonly<{ ack: 'show' | 'update' | 'modal'; slow?: boolean; allow: Policy }>

export type Command = Manner &
  Readonly<{
    data: RESTPostAPIChatInputApplicationCommandsJSONBody
    run(ctx: Context, options: Readonly<Record<string, unknown>>): Promise<Reply>
    complete?(
      ctx: Context,
      options: Readonly<Record<string, unknown>>,
      focused: string,
    ): Promise<APIApplicationCommandOptionChoice[]>
  }>

export type Component = Manner &
  Readonly<{
    id: string
    /** Runs with the id's values and what was selected; undefined when the id cannot be read. */
    run(ctx: Context, customId: string, selected: readonly string[]): Promise<Reply> | undefined
  }>

export type Modal = Manner &
  Readonly<{
    id: string
    run(
      ctx: Context,
      customId: string,
      fields: Readonly<Record<string, string | readonly string[]>>,
    ): Promise<Reply> | undefined
  }>

/** A slash command. `input` has a key for each option; what Discord sends is parsed with it before `run`. */
export const defineCommand = <Input extends z.ZodObject>(
  spec: Manner &
    Readonly<{
      data: RESTPostAPIChatInputApplicationCommandsJSONBody
      input: Input
      run(ctx: Context, input: z.infer<Input>): Promise<Reply>
      complete?: NonNullable<Command['complete']>
    }>,
): Command => ({
  ...spec,
  run: (ctx, options) => spec.run(ctx, spec.input.parse(options)),
})

/** A button or select. Its custom id is declared in `views/ids.ts` and parsed before `run`. */
export const defineComponent = <Values>(
  spec: Manner &
    Readonly<{
      id: CustomId<Values>
      run(ctx: Context, values: Values, selected: readonly string[]): Promise<Reply>
    }>,
): Component => ({
  ...spec,
  id: spec.id.name,
  run: (ctx, customId, selected) => {
    const values = spec.id.read(customId)
    return values === undefined ? undefined : spec.run(ctx, values, selected)
  },
})

/** A submitted modal. `fields` says what each of its inputs must hold. */
export const defineModal = <Values, Fields extends z.ZodObject>(
  spec: Manner &
    Readonly<{
      id: CustomId<Values>
      fields: Fields
      run(ctx: Context, values: Values, fields: z.infer<Fields>): Promise<Reply>
    }>,
): Modal => ({
  ...spec,
  id: spec.id.name,
  run: (ctx, customId, raw) => {
    const values = spec.id.read(customId)
    return values === undefined ? undefined : spec.run(ctx, values, spec.fields.parse(raw))
  },
})
