import { svg, type TemplateResult } from 'lit'

const icon = (paths: TemplateResult, size = 20): TemplateResult =>
  svg`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`

export const hash = icon(svg`<path d="M5 9h15M4 15h15M10 3 8 21M16 3l-2 18" />`)
export const at = icon(
  svg`<circle cx="12" cy="12" r="4" /><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8" />`,
)
export const menu = icon(svg`<path d="M4 6h16M4 12h16M4 18h16" />`, 24)
export const globe = icon(
  svg`<circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />`,
)
export const moon = icon(svg`<path d="M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z" />`)
export const sun = icon(
  svg`<circle cx="12" cy="12" r="4" /><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5" />`,
)
export const close = icon(svg`<path d="M6 6l12 12M18 6 6 18" />`)
export const down = icon(svg`<path d="m6 9 6 6 6-6" />`)
export const up = icon(svg`<path d="m6 15 6-6 6 6" />`, 16)
export const tick = icon(svg`<path d="m5 12 5 5 9-10" />`, 16)
export const eye = icon(
  svg`<path d="M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7z" /><circle cx="12" cy="12" r="3" />`,
  16,
)
export const out = icon(svg`<path d="M14 4h6v6M20 4l-9 9M18 14v5H5V6h5" />`, 16)
export const warning = icon(svg`<path d="M12 3 2 20h20zM12 10v4M12 17v.5" />`, 16)
export const send = icon(svg`<path d="M4 12 3 4l18 8-18 8 1-8zm0 0h8" />`)
