// The few words that the press itself prints, in the language of the edition: English where it knows no better.

/** Words of headings that no manuscript holds. */
export interface OurWords {
  contents: string
  notes: string
  colophon: string
  imprint: string
  titlePage: string
  cover: string
}

const ENGLISH: OurWords = {
  contents: 'Contents',
  notes: 'Notes',
  colophon: 'Colophon',
  imprint: 'Imprint',
  titlePage: 'Title page',
  cover: 'Cover'
}

const WORDS: Readonly<Record<string, OurWords>> = {
  en: ENGLISH,
  de: {
    contents: 'Inhalt',
    notes: 'Anmerkungen',
    colophon: 'Kolophon',
    imprint: 'Impressum',
    titlePage: 'Titelseite',
    cover: 'Umschlag'
  },
  fr: {
    contents: 'Table des matières',
    notes: 'Notes',
    colophon: 'Colophon',
    imprint: 'Mentions légales',
    titlePage: 'Page de titre',
    cover: 'Couverture'
  },
  es: {
    contents: 'Índice',
    notes: 'Notas',
    colophon: 'Colofón',
    imprint: 'Créditos',
    titlePage: 'Portada',
    cover: 'Cubierta'
  }
}

/** @param language BCP 47 tag of the edition */
export function ourWords(language: string): OurWords {
  return WORDS[language.split('-')[0]?.toLowerCase() ?? ''] ?? ENGLISH
}
