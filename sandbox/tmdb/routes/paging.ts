import { type Answer, json } from '../../kit/answers.ts'
import { Refusal } from './reply.ts'

const PER_PAGE = 20

/** Answers with one page of a list. Beyond the last page there is nothing, and beyond the 500th a refusal. */
export const page = (query: URLSearchParams, results: readonly unknown[], more: object = {}): Answer => {
  const text = query.get('page') ?? '1'
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > 500)
    throw new Refusal(
      400,
      22,
      'Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.',
    )
  return json(200, {
    ...more,
    page: number,
    results: results.slice((number - 1) * PER_PAGE, number * PER_PAGE),
    total_pages: Math.max(1, Math.ceil(results.length / PER_PAGE)),
    total_results: results.length,
  })
}
