// A French name keeps its accents: one with a French particle beside it (`d’`, `de la`) that ends in a consonant and -ere
// has lost one, since French words end so only with an accent. And so do some names that are well known.
//
//     Riviere d’Aumont
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { unaccented } from './one-edit.ts'
import { quote } from './quote.ts'

const RULE = 'accents-kept'
const UNMARKED = /\p{Lu}\p{Ll}+[bcdfgilmnprstuv]ere(?=\s+(?:d[’'e]|du|de la)\s?\p{Lu})/gu
const LIKELY = 0.7
const WELL_KNOWN = 0.6
const NAMES = new Map(
  'Molière Brontë Poincaré Dvořák Fauré Bartók Gödel Schrödinger Lukács Jaurès Guérin Barère Perón Lefèvre Mérimée Méliès Cézanne Buñuel Ibárruri Beneš Dubček Wałęsa Žižek Piłsudski Čapek Janáček Martinů Saint-Saëns Lévi-Strauss Brâncuși Ceaușescu Kádár Rákosi Zápotocký Besançon Potosí Asunción'
    .split(' ')
    .map((d) => [unaccented(d), d] as const)
)

/** French names without their accents. */
export function* accentsKept({ passages, counts }: Copy): Generator<Query> {
  const told = new Set<string>()
  for (const passage of passages) {
    for (const { 0: name, index } of passage.text.matchAll(UNMARKED)) {
      const wanted = name.replace(/ere$/u, 'ère')
      const reason = `Unexpected name ${quote(name)}, expected ${quote(wanted)}`
      yield asked(RULE, passage, index, index + name.length, reason, LIKELY)
    }
    for (const { text, at } of passage.words) {
      const wanted = NAMES.get(text)
      if (wanted === undefined || wanted === text || told.has(text)) continue
      told.add(text)
      const weight = counts.has(wanted) ? LIKELY : WELL_KNOWN
      const reason = `Unexpected name ${quote(text)}, expected ${quote(wanted)}`
      yield asked(RULE, passage, at, at + text.length, reason, weight)
    }
  }
}
