import { announce, type StoredMessage, type World } from '../world/world.ts'

export const findMessage = (world: World, channel: string, id: string): StoredMessage | undefined =>
  world.messages.get(channel)?.findLast(({ body }) => body.id === id)

export const deleteMessage = (world: World, { body }: StoredMessage): void => {
  const list = world.messages.get(body.channel_id) ?? []
  world.messages.set(
    body.channel_id,
    list.filter((other) => other.body.id !== body.id),
  )
  announce(world)
}
