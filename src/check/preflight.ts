// A PDF for a print shop in, what would make them send it back out. Each rule is a file of its name in `preflight/`; the
// profile says which of them are errors, and where their limits lie.
import type { PDFDocument } from '../pdf.ts'
import type { Finding } from './findings.ts'
import { blackOnOnePlate } from './preflight/black-on-one-plate.ts'
import { bleedWide } from './preflight/bleed-wide.ts'
import { boxesNested } from './preflight/boxes-nested.ts'
import { fontsOnce } from './preflight/fonts-once.ts'
import { hasIdentifier } from './preflight/has-identifier.ts'
import { inkWithinLimit } from './preflight/ink-within-limit.ts'
import { lineArtFineEnough } from './preflight/line-art-fine-enough.ts'
import { noActions } from './preflight/no-actions.ts'
import { noAnnotations } from './preflight/no-annotations.ts'
import { noAttachedFiles } from './preflight/no-attached-files.ts'
import { noBlankRuns } from './preflight/no-blank-runs.ts'
import { noForms } from './preflight/no-forms.ts'
import { noHairlines } from './preflight/no-hairlines.ts'
import { noLayers } from './preflight/no-layers.ts'
import { noMissingLetters } from './preflight/no-missing-letters.ts'
import { noOutline } from './preflight/no-outline.ts'
import { noRgb } from './preflight/no-rgb.ts'
import { noShadings } from './preflight/no-shadings.ts'
import { noSpotInks } from './preflight/no-spot-inks.ts'
import { noTransparency } from './preflight/no-transparency.ts'
import { outputIntent } from './preflight/output-intent.ts'
import { pagesUpright } from './preflight/pages-upright.ts'
import { pdfxSaid } from './preflight/pdfx-said.ts'
import { picturesFineEnough } from './preflight/pictures-fine-enough.ts'
import { PROFILES } from './preflight/profiles.ts'
import type { ProfileName, Rank } from './preflight/profiles.ts'
import { reversedTypeLarge } from './preflight/reversed-type-large.ts'
import { safeArea } from './preflight/safe-area.ts'
import { readPreflight } from './preflight/sheet.ts'
import type { Preflight } from './preflight/sheet.ts'
import { spineTextFits } from './preflight/spine-text-fits.ts'
import { textDrawn } from './preflight/text-drawn.ts'
import { titleSaid } from './preflight/title-said.ts'
import { titlesAgree } from './preflight/titles-agree.ts'
import { trappedSaid } from './preflight/trapped-said.ts'
import { trimSaid } from './preflight/trim-said.ts'
import { typeLargeEnough } from './preflight/type-large-enough.ts'
import { wholeSheets } from './preflight/whole-sheets.ts'

/** What a rule has to say, and how much it matters to who prints. */
export interface Ranked {
  rule: string
  rank: Rank
  findings: Iterable<Finding>
}

const RULES: Readonly<Record<string, (subject: Preflight) => Iterable<Finding>>> = {
  'output-intent': outputIntent,
  'pdfx-said': pdfxSaid,
  'trapped-said': trappedSaid,
  'title-said': titleSaid,
  'titles-agree': titlesAgree,
  'has-identifier': hasIdentifier,
  'no-actions': noActions,
  'no-forms': noForms,
  'no-attached-files': noAttachedFiles,
  'no-annotations': noAnnotations,
  'no-layers': noLayers,
  'no-outline': noOutline,
  'fonts-once': fontsOnce,
  'no-missing-letters': noMissingLetters,
  'trim-said': trimSaid,
  'boxes-nested': boxesNested,
  'bleed-wide': bleedWide,
  'pages-upright': pagesUpright,
  'whole-sheets': wholeSheets,
  'no-blank-runs': noBlankRuns,
  'safe-area': safeArea,
  'spine-text-fits': spineTextFits,
  'black-on-one-plate': blackOnOnePlate,
  'no-rgb': noRgb,
  'no-spot-inks': noSpotInks,
  'ink-within-limit': inkWithinLimit,
  'no-shadings': noShadings,
  'no-transparency': noTransparency,
  'no-hairlines': noHairlines,
  'type-large-enough': typeLargeEnough,
  'reversed-type-large': reversedTypeLarge,
  'text-drawn': textDrawn,
  'pictures-fine-enough': picturesFineEnough,
  'line-art-fine-enough': lineArtFineEnough
}

/** Hold a document against a profile. */
export function preflight(document: PDFDocument, name: ProfileName): Ranked[] {
  const profile = PROFILES[name]
  const subject = readPreflight(document, profile)
  const ranks: Readonly<Record<string, Rank>> = profile.ranks
  return Object.entries(RULES)
    .map(([rule, find]) => ({ rule, rank: ranks[rule] ?? profile.rank, findings: find(subject) }))
    .filter((d) => d.rank !== 'off')
}
