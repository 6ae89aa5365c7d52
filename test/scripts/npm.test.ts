import { expect, test } from 'vitest'
import { reason } from '../../scripts/npm.mjs'

test("npm's reason is its code and the sentence after it", () => {
  const output = [
    'npm warn Unknown user config "nodedir".',
    'npm error code ENOTFOUND',
    'npm error',
    'npm error network request failed',
    'npm error A complete log of this run can be found in: x.log',
  ].join('\n')
  expect(reason(output)).toBe('code ENOTFOUND: network request failed')
})

test('an older npm marks its errors differently', () => {
  expect(reason('npm ERR! code EACCES\nnpm ERR! permission denied\n')).toBe('code EACCES: permission denied')
})

test('silence has a reason too', () => {
  expect(reason('')).toBe('npm said nothing')
})
