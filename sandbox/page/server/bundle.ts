import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ENTRY = fileURLToPath(new URL('../app/main.ts', import.meta.url))
const STYLES = fileURLToPath(new URL('../app/styles/page.css', import.meta.url))

/** What the browser loads, by its path. */
export type Bundle = Readonly<Record<string, { type: string; body: Uint8Array }>>

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const

/** Bundles the page's own modules with the library of Discord's look; takes about a tenth of a second. */
export const bundle = async (): Promise<Bundle> => {
  const { outputFiles } = await build({
    entryPoints: { page: ENTRY, style: STYLES },
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2023',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  })
  return Object.fromEntries(
    outputFiles.map(({ path, contents }) => {
      const type = path.endsWith('.css') ? TYPES.css : TYPES.js
      return [path, { type, body: contents }]
    }),
  )
}
