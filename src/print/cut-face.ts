// A font and letters in, the font with no more drawings than these need out, each glyph with the number that it has in the
// whole font. Numbers go into the content of a PDF's pages: were they counted anew, as subset-font has it, one `§` that is put in
// on page 9 would change the bytes of all pages.
import { readOwn } from '../assets.ts'

/** What we use of HarfBuzz's subsetter, by its C names; every value is an address or a number. */
type Name =
  | 'malloc'
  | 'hb_blob_create'
  | 'hb_blob_destroy'
  | 'hb_blob_get_data'
  | 'hb_blob_get_length'
  | 'hb_face_create'
  | 'hb_face_destroy'
  | 'hb_face_reference_blob'
  | 'hb_set_add'
  | 'hb_set_clear'
  | 'hb_subset_input_create_or_fail'
  | 'hb_subset_input_destroy'
  | 'hb_subset_input_set'
  | 'hb_subset_input_set_flags'
  | 'hb_subset_input_unicode_set'
  | 'hb_subset_or_fail'
  | 'free'

/** The subsetter. */
interface Subsetter {
  call: (name: Name, ...values: readonly number[]) => number
  memory: WebAssembly.Memory
}

const WASM = 'node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm'
const WRITABLE = 2
const LAYOUT_FEATURES = 6
const [NO_HINTING, RETAIN_GIDS] = [1, 2]

let subsetter: Promise<Subsetter> | undefined

/**
 * Cut a face down to some letters.
 *
 * @param features OpenType features to keep, by their tags
 */
export async function cutFace(
  font: Uint8Array,
  letters: string,
  features: readonly string[]
): Promise<Buffer> {
  const { call, memory } = await (subsetter ??= open())
  const bytes = call('malloc', font.byteLength)
  new Uint8Array(memory.buffer).set(font, bytes)
  const blob = call('hb_blob_create', bytes, font.byteLength, WRITABLE, 0, 0)
  const face = call('hb_face_create', blob, 0)
  const input = call('hb_subset_input_create_or_fail')
  const kept = call('hb_subset_input_set', input, LAYOUT_FEATURES)
  call('hb_set_clear', kept)
  for (const tag of features) call('hb_set_add', kept, Buffer.from(tag, 'latin1').readUInt32BE())
  call('hb_subset_input_set_flags', input, NO_HINTING | RETAIN_GIDS)
  const wanted = call('hb_subset_input_unicode_set', input)
  for (const letter of letters) call('hb_set_add', wanted, letter.codePointAt(0) ?? 0)
  const cut = call('hb_subset_or_fail', face, input)
  const result = cut === 0 ? 0 : call('hb_face_reference_blob', cut)
  const from = call('hb_blob_get_data', result, 0)
  const made = Buffer.from(
    new Uint8Array(memory.buffer, from, call('hb_blob_get_length', result)).slice()
  )
  for (const d of [result, blob]) call('hb_blob_destroy', d)
  for (const d of [cut, face]) call('hb_face_destroy', d)
  call('hb_subset_input_destroy', input)
  call('free', bytes)
  if (made.byteLength === 0) throw new Error('HarfBuzz cannot cut this face down')
  return made
}

async function open(): Promise<Subsetter> {
  const bytes = new Uint8Array(await readOwn(WASM))
  const { instance } = await WebAssembly.instantiate(bytes)
  // The names are those of the module's C interface, and each takes and gives numbers.
  const found = instance.exports as unknown as Record<string, (...values: number[]) => number> & {
    memory: WebAssembly.Memory
  }
  found['_initialize']?.()
  const call: Subsetter['call'] = (name, ...values) => {
    const named = found[name]
    if (!named) throw new Error(`HarfBuzz's subsetter has no ${name}`)
    return named(...values)
  }
  return { call, memory: found.memory }
}
