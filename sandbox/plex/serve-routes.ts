import { createRouter, type Route } from '../kit/router.ts'
import type { Serve } from '../kit/stand-in.ts'
import { NOT_FOUND, Refusal, type Reply, render } from './tv/reply.ts'

/** Answers by routes, in JSON or XML as the caller likes; a HEAD is a GET whose body stays here. */
export const serveRoutes = (routes: readonly Route<Reply>[]): Serve => {
  const find = createRouter<Reply>(routes)

  return (call, query) => {
    const accepts = call.headers.accept ?? ''
    const found = find(call.method === 'HEAD' ? 'GET' : call.method, call.path)
    if (typeof found === 'string') return render(NOT_FOUND, accepts)
    try {
      return render(found.route.handle({ call, query, params: found.params }), accepts)
    } catch (error) {
      if (error instanceof Refusal) return render(error.reply, accepts)
      throw error
    }
  }
}
