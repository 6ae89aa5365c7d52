import type { Answer } from '../../kit/answers.ts'
import type { Picture, Shelf } from '../shelf.ts'
import { paint } from './paint.ts'
import { encodePng } from './png.ts'

const WIDTHS: Record<string, number> = {
  w92: 92,
  w154: 154,
  w185: 185,
  w300: 300,
  w342: 342,
  w500: 500,
  w780: 780,
  w1280: 1280,
  original: 1000,
}

const painted = new Map<string, Buffer>()

const picture = ({ seed, wide }: Picture, width: number): Buffer => {
  const key = `${seed} ${width}`
  const before = painted.get(key)
  if (before) return before
  const height = Math.round(wide ? (width * 9) / 16 : width * 1.5)
  const made = encodePng(width, height, paint(seed, width, height))
  painted.set(key, made)
  return made
}

/** Serves `/t/p/{size}/{file}`. The pictures are PNG whatever their name ends with, as an image host may decide. */
export const servePicture = ({ pictures }: Shelf, path: string): Answer => {
  const [size = '', file = ''] = path.split('/').slice(3)
  const width = Object.hasOwn(WIDTHS, size) ? WIDTHS[size] : undefined
  const found = pictures.get(file)
  if (width === undefined || !found)
    return { status: 404, body: '<h1>File not Found</h1>', type: 'text/html' }
  return {
    status: 200,
    body: picture(found, width),
    type: 'image/png',
    headers: { 'cache-control': 'public, max-age=31919000' },
  }
}
