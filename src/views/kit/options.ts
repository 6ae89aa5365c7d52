/** As many options as a select holds. */
export const MOST_OPTIONS = 25

/** As many as fit, with what is chosen always among them. */
export const fitting = <Option extends { default: boolean }>(options: readonly Option[]): Option[] => {
  const first = options.slice(0, MOST_OPTIONS)
  const chosenLater = options.slice(MOST_OPTIONS).filter((option) => option.default)
  const room = Math.max(0, MOST_OPTIONS - chosenLater.length)
  return [...first.slice(0, room), ...chosenLater].slice(0, MOST_OPTIONS)
}
