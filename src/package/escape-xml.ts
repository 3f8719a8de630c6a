// Plain text as XML text or attribute value, with the entities that every XML reader knows and no numbers.
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}

/** Escape for both places at once; `>` too, since `]]>` may not stand in XML text. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (d) => ENTITIES[d] ?? d)
}

/** Numeric character references back to the characters, as UTF-8 needs none; those that XML needs stay, by name. */
export function spellOut(xml: string): string {
  return xml.replace(/&#(?:x([\da-f]+)|(\d+));/giu, (_, hex?: string, decimal?: string) =>
    escapeXml(String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)))
  )
}
