import type { Document, Schema } from './document.ts'
import { implies } from './implies.ts'

const fieldsOf = ({ components }: Document, name: string): Schema => {
  const fields = components.schemas[name]?.properties
  if (typeof fields !== 'object' || fields === null) throw new Error(`the specification has no ${name}`)
  return fields as Schema
}

const COMMANDS = [
  'ApplicationCommandCreateRequest',
  'ApplicationCommandUpdateRequest',
  'ApplicationCommandPatchRequestPartial',
]

const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** Corrects what the file says otherwise than Discord's documentation, and decides what it leaves open. */
export const amend = (document: Document): void => {
  // Both travel as strings or as numbers, and every client sends them as strings.
  for (const command of COMMANDS) {
    fieldsOf(document, command).default_member_permissions = {
      type: ['string', 'integer', 'null'],
      pattern: '^\\d+$',
    }
  }
  fieldsOf(document, 'MessageAttachmentRequest').id = { type: ['string', 'integer'], pattern: '^\\d+$' }
  // Three branches differ in the type of the choices' values alone.
  const data = 'InteractionApplicationCommandAutocompleteCallback'
  const isText = { properties: { choices: { items: { properties: { value: { type: 'string' } } } } } }
  fieldsOf(document, 'ApplicationCommandAutocompleteCallbackRequest').data = {
    allOf: [
      implies(isText, named(`${data}StringData`)),
      implies({ not: isText }, named(`${data}NumberData`)),
    ],
  }
}
