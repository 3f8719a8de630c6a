// Adjectives and verbs go with prepositions of their own: one is capable of a thing and insists on it. Only pairs that no
// sense of the words allows have a place in the table.
//
//     superior than; capable to do it
import type { Copy, Query } from './copy.ts'
import { findPhrases, readPhrases } from './phrases.ts'

const LIKELY = 0.75
const TABLE = readPhrases(`
considerate|inconsiderate on|at|about|against => $1 of, or $1 towards
thoughtful|respectful on|at|against => $1 of
capable|incapable to|for => $1 of
fond|proud|aware|unaware|jealous|envious|desirous|worthy|unworthy on|at|from|with => $1 of
aware|unaware|conscious|unconscious about => $1 of
afraid|ashamed|devoid|bereft from|on => $1 of
responsible of => $1 for
famous of => $1 for
superior|inferior|preferable|prior|anterior|posterior than => $1 to
similar with|as => $1 to
accustomed|opposed|indifferent|devoted|addicted for|on => $1 to
-the contrary of|from|with => $1 to
regardless|irrespective to|from|on => $1 of
consist|consists|consisted|consisting from|by => $1 of
insist|insists|insisted|insisting for|in|to => $1 on
rely|relies|relied|reliant in|of => $1 on
depends|depended|dependent|dependence of => $1 on
accuse|accused|accuses|accusing for => $1 of
refrain|refrained|refrains|abstain|abstained to|of => $1 from
discuss|discusses|discussed|discussing about => $1
emphasise|emphasised|emphasises|emphasising on => $1
interested|uninterested on|at|about => $1 in
satisfied|dissatisfied|pleased from => $1 with
in accordance|line to => in $2 with
instead to => instead of
due of => due to
in contrast|comparison of !the => in $2 to
participate|participates|participated|participating on|to => $1 in
consistent|inconsistent|compatible|incompatible to|of the|this|that|these|those|his|her|its|their|our => $1 with $3
`)

/** Prepositions that do not go with the word before them. */
export function prepositionsFit(copy: Copy): Iterable<Query> {
  return findPhrases(copy, TABLE, 'prepositions-fit', LIKELY)
}
