// What tells one edition from another, the same at every build: its ISBN or URN, else a name-based UUID (version 5,
// https://www.rfc-editor.org/rfc/rfc9562#section-5.5) of its title, part and authors.
import { createHash } from 'node:crypto'
import type { Edition } from '../edition.ts'

/** RFC 9562's name space for URLs, in which the press names its editions. */
const NAME_SPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')
const ISBN = /^(?:isbn:? ?)?(97[89](?:[- ]?\d){10}|\d(?:[- ]?\d){8}[- ]?[\dx])$/iu

/** A URI wherever the edition's own identifier is one, or can be made one. */
export function identifierOf(edition: Edition): string {
  const { identifier, title, part, authors } = edition
  if (identifier === undefined) return uuid(JSON.stringify([title, part ?? '', ...authors]))
  const isbn = ISBN.exec(identifier)?.[1]
  return isbn ? `urn:isbn:${isbn.replace(/[- ]/gu, '').toUpperCase()}` : identifier
}

function uuid(name: string): string {
  const hash = createHash('sha1').update(NAME_SPACE).update(`urn:pamphlet-press:${name}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex').slice(0, 32)
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')}`
}
