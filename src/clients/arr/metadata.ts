import { z } from 'zod'
import type { Title } from '../../domain/titles/title.ts'

const text = z.string().nullish()

/** What the metadata services behind the applications tell of any title. */
export const metadata = z.object({
  tmdbId: z.number().nullish(),
  imdbId: text,
  title: text,
  year: z.number().nullish(),
  runtime: z.number().nullish(),
  genres: z.array(z.string()).nullish(),
  certification: text,
  overview: text,
})

type Metadata = z.infer<typeof metadata>

export const nameAndYear = ({ title, year }: Metadata): Pick<Title, 'name' | 'year'> => ({
  name: title ?? '',
  ...(year ? { year } : {}),
})

/** The facts that films and shows have in common; zeros and empty texts stand for what nobody knows. */
export const commonFacts = (
  found: Metadata,
): Pick<Title, 'name' | 'year' | 'runtimeMinutes' | 'genres' | 'certification' | 'overview'> => ({
  ...nameAndYear(found),
  ...(found.runtime ? { runtimeMinutes: found.runtime } : {}),
  genres: found.genres ?? [],
  ...(found.certification ? { certification: found.certification } : {}),
  ...(found.overview ? { overview: found.overview } : {}),
})
