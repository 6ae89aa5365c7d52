/**
 * Where a page of a list really begins: each but the first repeats the last `overlap` things of the page before it, as
 * when something was put on top in between.
 */
export const pageStart = (start: number, size: number, overlap: number): number =>
  Math.max(0, start - Math.min(overlap, size - 1))
