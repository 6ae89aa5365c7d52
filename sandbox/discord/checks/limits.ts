/**
 * How much Discord takes of everything, as its developer documentation says. Texts are counted in characters (code
 * points), `least` and `most` are both allowed.
 */
export const LIMITS = {
  message: {
    content: { least: 0, most: 2_000 },
    embeds: { least: 0, most: 10 },
    files: { least: 0, most: 10 },
    stickers: { least: 0, most: 3 },
    nonce: { least: 0, most: 25 },
    mentioned: { least: 0, most: 100 },
    altText: { least: 0, most: 1_024 },
  },
  /** Everything nested counts; the texts of Components V2 are counted together. */
  components: { inAll: 40, legacyRows: 5, textInAll: 4_000 },
  row: { buttons: 5 },
  section: { least: 1, most: 3 },
  gallery: { least: 1, most: 10 },
  media: { url: { least: 1, most: 2_048 }, altText: { least: 1, most: 1_024 } },
  customId: { least: 1, most: 100 },
  button: { label: { least: 0, most: 80 }, url: { least: 1, most: 512 } },
  emoji: { least: 0, most: 32 },
  select: {
    options: { least: 1, most: 25 },
    label: { least: 1, most: 100 },
    value: { least: 1, most: 100 },
    description: { least: 0, most: 100 },
    placeholder: { least: 0, most: 150 },
    atLeast: { least: 0, most: 25 },
    atMost: { least: 1, most: 25 },
    defaults: { least: 0, most: 25 },
  },
  embed: {
    title: { least: 0, most: 256 },
    description: { least: 0, most: 4_096 },
    fields: { least: 0, most: 25 },
    fieldName: { least: 1, most: 256 },
    fieldValue: { least: 1, most: 1_024 },
    footer: { least: 1, most: 2_048 },
    author: { least: 1, most: 256 },
    /** Over all embeds of a message. */
    textInAll: 6_000,
  },
  poll: {
    question: { least: 1, most: 300 },
    answers: { least: 1, most: 10 },
    answer: { least: 1, most: 55 },
    hours: { least: 1, most: 32 * 24 },
  },
  modal: {
    title: { least: 1, most: 45 },
    parts: { least: 1, most: 5 },
    label: { least: 1, most: 45 },
    description: { least: 1, most: 100 },
    radioOptions: { least: 2, most: 10 },
    checkboxes: { least: 1, most: 10 },
    files: { least: 0, most: 10 },
    fileTypes: { least: 0, most: 10 },
  },
  input: {
    value: { least: 0, most: 4_000 },
    placeholder: { least: 0, most: 100 },
    shortest: { least: 0, most: 4_000 },
    longest: { least: 1, most: 4_000 },
  },
  command: {
    name: { least: 1, most: 32 },
    description: { least: 1, most: 100 },
    options: { least: 0, most: 25 },
    choices: { least: 0, most: 25 },
    choiceName: { least: 1, most: 100 },
    choiceValue: { least: 0, most: 100 },
    contexts: { least: 1, most: 3 },
    integrationTypes: { least: 1, most: 2 },
    shortest: { least: 0, most: 6_000 },
    longest: { least: 1, most: 6_000 },
    /** Names, descriptions and values together, of each field its longest translation. */
    inAll: 8_000,
    /** How many there may be at one place, by their type. */
    each: { 1: 100, 2: 15, 3: 15 },
  },
} as const

/** The fewest and the most that are allowed. */
export type Range = Readonly<{ least: number; most: number }>
