/** Where a page stands among how many; counted from 0. There is always one, if an empty one. */
export type Place = Readonly<{ page: number; pages: number }>

/**
 * Asks for a page of what is counted, and for the last one where the list has become shorter than it was when the
 * buttons that lead to it were made.
 */
export const pageWithin = async <Part extends Readonly<{ total: number }>>(
  wanted: number,
  size: number,
  ask: (page: number, size: number) => Promise<Part>,
): Promise<Part & Place> => {
  const asked = await ask(wanted, size)
  const pages = Math.max(1, Math.ceil(asked.total / size))
  const page = Math.min(wanted, pages - 1)
  const part = page === wanted ? asked : await ask(page, size)
  return { ...part, page, pages }
}
