/** Parts that TMDB knows and that this catalogue has nothing for. */
const EMPTY: Record<string, () => unknown> = {
  credits: () => ({ cast: [], crew: [] }),
  videos: () => ({ results: [] }),
  'watch/providers': () => ({ results: {} }),
}

/** The parts that `append_to_response` asks for, at most twenty; names that nobody knows are passed over. */
export const append = (
  query: URLSearchParams,
  known: Record<string, () => unknown>,
): Record<string, unknown> => {
  const parts = { ...EMPTY, ...known }
  const wanted = (query.get('append_to_response') ?? '').split(',').slice(0, 20)
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined
      return part ? [[name, part()]] : []
    }),
  )
}
