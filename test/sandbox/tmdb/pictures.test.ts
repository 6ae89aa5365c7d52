import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { tmdbForTest } from './client.ts'

/** Width and height, after checking that the file is a whole PNG. */
const sizeOf = (png: Buffer): [number, number] => {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.subarray(-8, -4).toString()).toBe('IEND')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const length = png.readUInt32BE(33)
  expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength(height * (width * 3 + 1))
  return [width, height]
}

it('paints a poster for every title, always the same and each its own', async () => {
  const { tmdb, ask } = await tmdbForTest()
  const get = async (path: string) => {
    const response = await fetch(`${tmdb.imageUrl}${path}`)
    expect(response.headers.get('content-type')).toBe('image/png')
    return Buffer.from(await response.arrayBuffer())
  }
  const [one, other] = [(await ask('/movie/27205')).json, (await ask('/tv/1396')).json]
  expect(one.poster_path).toMatch(/^\/[A-Za-z0-9]{27}\.jpg$/)
  const poster = await get(`/w154${one.poster_path}`)
  expect(sizeOf(poster)).toEqual([154, 231])
  expect(await get(`/w154${one.poster_path}`)).toEqual(poster)
  expect(await get(`/w154${other.poster_path}`)).not.toEqual(poster)
  expect(sizeOf(await get(`/w300${one.backdrop_path}`))).toEqual([300, 169])
})

it('has no other sizes and files', async () => {
  const { tmdb, ask } = await tmdbForTest()
  const { poster_path } = (await ask('/movie/27205')).json
  for (const path of [`/w123${poster_path}`, '/w342/nothing.jpg', '/w342', `/constructor${poster_path}`])
    expect((await fetch(`${tmdb.imageUrl}${path}`)).status, path).toBe(404)
})
