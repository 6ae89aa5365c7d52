/** What a run of text is made of. */
export type Inline =
  | { kind: 'text' | 'code' | 'emoji'; text: string }
  | { kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; inner: readonly Inline[] }
  | { kind: 'link'; url: string; inner: readonly Inline[] }
  | { kind: 'mention'; of: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'command'; name: string }
  | { kind: 'everyone'; text: string }
  | { kind: 'time'; at: number; style: string }

export type Item = { level: number; sign: string; inner: readonly Inline[] }

/** What a message is made of, from top to bottom. */
export type Block =
  | { kind: 'lines' | 'small'; inner: readonly Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; inner: readonly Inline[] }
  | { kind: 'quote'; blocks: readonly Block[] }
  | { kind: 'list'; ordered: boolean; items: readonly Item[] }
  | { kind: 'code'; text: string }
