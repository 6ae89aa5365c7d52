/** What has the focus, within however many shadow roots; undefined when nothing has. */
export const focused = (): HTMLElement | undefined => {
  let found = document.activeElement
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement
  return found instanceof HTMLElement && found !== document.body ? found : undefined
}
