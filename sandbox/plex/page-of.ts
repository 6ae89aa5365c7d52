/** One page of a list. Each but the first begins with the last `overlap` things of the page before it. */
export const pageOf = <One>(all: readonly One[], start: number, size: number, overlap: number): One[] =>
  all.slice(Math.max(0, start - overlap), start + size)
