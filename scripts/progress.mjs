/**
 * One line a step: what is being done, and when it is done, how long it took.
 * @template T
 * @param {string} doing
 * @param {() => Promise<T>} work
 * @param {{ write(text: string): unknown }} out
 * @returns {Promise<T>}
 */
export const step = async (doing, work, out = process.stderr) => {
  const start = performance.now()
  out.write(`${doing} … `)
  try {
    const result = await work()
    out.write(`${((performance.now() - start) / 1_000).toFixed(1)} s\n`)
    return result
  } catch (error) {
    out.write('failed\n')
    throw error
  }
}
