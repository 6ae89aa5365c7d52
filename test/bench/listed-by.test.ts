import { expect, it } from 'vitest'
import { listedBy } from '../../bench/listed-by.ts'

it('finds the same people by either way', async () => {
  const [row, ...more] = await listedBy.run({ isShort: true })
  expect(more).toEqual([])
  expect(row).toMatchObject({ of: '20,000 items on 100 lists', unit: 'µs' })
})
