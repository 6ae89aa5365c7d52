import type { Answer } from '../kit/answers.ts'
import { createRouter } from '../kit/router.ts'
import type { Serve } from '../kit/stand-in.ts'
import type { createGate } from './gate.ts'
import { servePicture } from './posters/serve.ts'
import { aboutRoutes } from './routes/about.ts'
import { filmRoutes } from './routes/films.ts'
import { findRoutes } from './routes/find.ts'
import { listRoutes } from './routes/lists.ts'
import { missing, Refusal } from './routes/reply.ts'
import { searchRoutes } from './routes/search.ts'
import { showRoutes } from './routes/shows.ts'
import type { Shelf } from './shelf.ts'

/** TMDB's interface and its pictures over a shelf of titles. */
export const serveTmdb = (shelf: Shelf, admit: ReturnType<typeof createGate>): Serve => {
  const find = createRouter<Answer>([
    ...searchRoutes(shelf),
    // Before the routes of one film or show, which would take "popular" for a number.
    ...listRoutes(shelf),
    ...filmRoutes(shelf),
    ...showRoutes(shelf),
    ...findRoutes(shelf),
    ...aboutRoutes,
  ])

  const answer: Serve = (call, query) => {
    if (call.path.startsWith('/t/p/')) return servePicture(shelf, call.path)
    admit(call)
    const found = find(call.method, call.path)
    if (typeof found === 'string') throw missing()
    return found.route.handle({ call, query, params: found.params })
  }

  return (call, query) => {
    try {
      return answer(call, query)
    } catch (error) {
      if (error instanceof Refusal) return error.answer
      throw error
    }
  }
}
