/** How something is to be printed. */
export type PrintOptions = Readonly<{
  /** In columns of the terminal; 72 unless told. */
  width?: number
  /** What time it is for the reader, in milliseconds; "in 2 hours" is counted from here. */
  now?: number
  /** What people, channels and roles are called, without their `@` and `#`. */
  names: Readonly<{ user(id: string): string; channel(id: string): string; role(id: string): string }>
  /** Colours and bold letters as a terminal shows them; without, bold words stand between asterisks. */
  colour?: boolean
}>

/** The same with everything decided. */
export type Print = Readonly<Required<PrintOptions>>

export const decided = ({ width = 72, now = Date.now(), names, colour = false }: PrintOptions): Print => ({
  width,
  now,
  names,
  colour,
})
