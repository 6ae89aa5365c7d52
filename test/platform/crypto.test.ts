import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CannotOpen, createVault, digest, matches, type Sealed } from '../../src/platform/crypto.ts'

const key = Buffer.alloc(32, 1)
const place = { table: 'instances', id: 'i1', column: 'api_key' }
const vault = createVault(key)

describe('a sealed value', () => {
  it('opens to what it was, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        const sealed = vault.seal(place, secret)
        expect(vault.open(place, sealed)).toBe(Buffer.from(secret).toString())
        expect(sealed).toMatch(/^v1\.[\w-]+$/)
      }),
    )
    expect(vault.seal(place, 'canary')).not.toContain('canary')
  })

  it('is never the same twice', () => {
    const sealed = Array.from({ length: 200 }, () => vault.seal(place, 'canary'))
    expect(new Set(sealed).size).toBe(200)
  })

  it('opens for another process with the same key, and for no other key', () => {
    const sealed = vault.seal(place, 'canary')
    expect(createVault(Buffer.alloc(32, 1)).open(place, sealed)).toBe('canary')
    expect(() => createVault(Buffer.alloc(32, 2)).open(place, sealed)).toThrow(CannotOpen)
  })

  it.each([
    { ...place, table: 'signins' },
    { ...place, id: 'i2' },
    { ...place, column: 'hook_secret' },
  ])('opens nowhere else (%o)', (elsewhere) => {
    const sealed = vault.seal(place, 'canary')
    expect(() => vault.open(elsewhere, sealed)).toThrow(CannotOpen)
  })

  it('does not open when a single bit was changed', () => {
    const bytes = Buffer.from(vault.seal(place, 'canary').slice(3), 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => vault.open(place, `v1.${altered.toString('base64url')}` as Sealed)).toThrow(CannotOpen)
    }
  })

  it.each(['', 'v1', 'v1.', 'v1.AAAA', 'canary', 'v2.'])('%j is none', (text) => {
    expect(() => vault.open(place, text as Sealed)).toThrow(CannotOpen)
  })

  it('of a version that is not known does not open', () => {
    expect(() => vault.open(place, vault.seal(place, 'canary').replace('v1.', 'v2.') as Sealed)).toThrow(
      'not a sealed value',
    )
  })

  it('says nothing of the secret when it doesn’t open', () => {
    const sealed = vault.seal(place, 'canary')
    expect(() => createVault(Buffer.alloc(32, 2)).open(place, sealed)).toThrow(
      /^SECRET_KEY does not open this value$/,
    )
  })

  it('tells the logs of every secret that passes', () => {
    const seen: string[] = []
    const sealed = createVault(key, (secret) => seen.push(secret)).seal(place, 'one')
    createVault(key, (secret) => seen.push(`opened ${secret}`)).open(place, sealed)
    expect(seen).toEqual(['one', 'opened one'])
  })
})

describe('a stored digest', () => {
  it('is matched by its secret and by nothing else', () => {
    expect(digest('usherr')).toBe('a72f0e3fdf16e893d991486280cfc48092296f3f7056613ed4f582ca471b7793')
    const stored = digest('secret')
    expect(matches('secret', stored)).toBe(true)
    for (const wrong of ['', 'secret ', 'Secret', stored]) expect(matches(wrong, stored)).toBe(false)
  })

  it.each(['', 'abc', 'zz'.repeat(32)])('that is %j is matched by nothing', (stored) => {
    for (const given of ['', 'abc']) expect(matches(given, stored)).toBe(false)
  })
})
