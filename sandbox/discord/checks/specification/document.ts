import { readFile } from 'node:fs/promises'
import { amend } from './amend.ts'
import { preferTypes } from './unions.ts'

/** A JSON Schema, or a piece of one. */
export type Schema = { [key: string]: unknown }

/** As much of Discord's OpenAPI file as is needed to check requests. */
export type Document = {
  paths: Record<string, Record<string, { requestBody?: { required?: boolean } } | undefined> | undefined>
  components: { schemas: Record<string, Schema> }
}

/** Reads the file, and turns its unions into ones that tell what is wrong. */
export const readDocument = async (path: string): Promise<Document> => {
  const document: Document = JSON.parse(await readFile(path, 'utf8'))
  amend(document)
  preferTypes(document)
  return document
}
