import { type Line, span } from './line.ts'

const fileName = (url: string): string => url.split(/[/?]/).findLast((part) => part.includes('.')) ?? url

/** `[picture: Poster of Arrival (2016)]`, or the name of its file where nobody described it. */
export const pictureLine = ({
  media,
  description,
}: Readonly<{ media: { url: string }; description?: string | null }>): Line => [
  span(`[picture: ${description || fileName(media.url)}]`, { dim: true }),
]

export const fileLine = (name: string): Line => [span(`[file: ${name}]`, { dim: true })]
