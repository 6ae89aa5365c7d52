/** Something that only the person at the machine can provide. The sentence says what cannot be done and what to do. */
export class Missing extends Error {
  /** As sysexits has it: a service that is needed is unavailable. */
  exitCode = 69
}
