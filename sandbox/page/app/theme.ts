type Theme = 'dark' | 'light'

const KEY = 'theme'
const prefersLight = matchMedia('(prefers-color-scheme: light)')

const chosen = (): Theme | undefined => {
  const theme = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY)
  return theme === 'dark' || theme === 'light' ? theme : undefined
}

export const currentTheme = (): Theme => chosen() ?? (prefersLight.matches ? 'light' : 'dark')

const show = (): void => {
  document.documentElement.dataset.theme = currentTheme()
}

/** Shows the theme that was chosen here before, else the system's, and follows the system. */
export const followTheme = (): void => {
  prefersLight.addEventListener('change', show)
  show()
}

export const switchTheme = (): void => {
  localStorage.setItem(KEY, currentTheme() === 'dark' ? 'light' : 'dark')
  show()
}
