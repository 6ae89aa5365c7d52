import { html, json } from '../../kit/answers.ts'
import type { Serve } from '../../kit/stand-in.ts'
import { accountOf } from '../world/people.ts'
import { deny, findPin, signIn } from '../world/sign-in.ts'
import type { World } from '../world/types.ts'
import { PAGE } from './page.ts'

/** What the page needs to know: which program asks, and who could sign in. */
const show = (world: World, address: string) => ({
  product: findPin(world, address).product,
  people: world.accounts
    .filter(({ username }) => username !== null)
    .map(({ id, title, email }) => ({ id, title, email })),
})

/** app.plex.tv: the page on which people sign in, without passwords. */
export const serveApp = (world: World): Serve => {
  const act = (path: string, { address, account }: { address: string; account: number }) => {
    if (path === '/sandbox/people') return show(world, address)
    if (path === '/sandbox/sign-in') signIn(world, address, accountOf(world, account))
    else deny(world, address)
    return {}
  }

  return ({ method, path, body }) => {
    if (method === 'GET' && path === '/auth') return html(200, PAGE)
    if (method !== 'POST' || !/^\/sandbox\/(people|sign-in|deny)$/.test(path)) return html(404, 'Not Found')
    try {
      return json(200, act(path, body as { address: string; account: number }))
    } catch (error) {
      return json(409, { error: error instanceof Error ? error.message : String(error) })
    }
  }
}
