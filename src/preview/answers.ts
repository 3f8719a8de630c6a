// What is answered, by name: the page and its parts, the pages of the manuscript, and where their words stand in it. All of
// it is in memory; a name that is not in here is answered with nothing, whatever lies on the disk.
import type { IncomingMessage } from 'node:http'
import { readOwn } from '../assets.ts'
import type { Builds, Now } from './builds.ts'
import type { EventStream } from './event-stream.ts'
import { facesOf } from './faces-of.ts'
import { marksOfLine, placeAt } from './place-at.ts'
import type { Answer, Answers } from './serve.ts'
import { shell } from './shell.ts'
import type { Told } from './told.ts'

/** Opens a place of the manuscript in an editor. */
export interface Editor {
  /** As a person knows it. */
  name: string
  open: (path: string, line: number, column: number) => void
}

/** What answers are made of. */
export interface Sources {
  builds: Builds
  stream: EventStream
  script: string
  /** Of the manuscript. */
  path: string
  editor: Editor | undefined
  click: Told['click']
}

type Answering = (query: URLSearchParams, request: IncomingMessage) => Answer | undefined

/** Only our own script can send it: another page would have to ask first, and is not answered. */
const OWN_HEADER = 'x-press'
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#b3261e" d="M1 2h6.5v12H1zM8.5 2H15v12H8.5z"/></svg>`

export async function answersOf(sources: Sources): Promise<Answers> {
  const { builds, stream, script, path, editor, click } = sources
  const sheet = await readOwn('styles/preview.css')
  const faces = facesOf()
  const names: Readonly<Record<string, Answering>> = {
    '': () => ({ type: 'text/html; charset=utf-8', body: shell() }),
    'preview.css': () => ({ type: 'text/css; charset=utf-8', body: sheet }),
    'preview.js': () => ({ type: 'text/javascript; charset=utf-8', body: script }),
    'icon.svg': () => ({ type: 'image/svg+xml', body: ICON }),
    pages: (query) => json(told(builds.now(), whole(query.get('since')) ?? 0)),
    place: place,
    find: (query) => found(query) ?? nowhere(query),
    show,
    open,
    events
  }
  return (name, query, request) => {
    if (Object.hasOwn(names, name)) return names[name]?.(query, request)
    return picture(name) ?? faces.answer(name)
  }

  function told(now: Now, since: number): Told {
    const { build, made, ids, problem, spent } = now
    const findings = [...(made?.findings ?? []), ...now.checked]
    return {
      build,
      title: made?.title ?? '',
      width: made?.width ?? 0,
      height: made?.height ?? 0,
      ...(made && now.cssSince > since && { css: made.css }),
      faces: faces.told(made?.faces ?? []),
      pages: (made?.pages ?? []).map(({ html, ...page }, index) => {
        const id = ids[index] ?? ''
        return { ...page, id, ...((now.since.get(id) ?? 0) > since && { html }) }
      }),
      findings,
      ...(problem && { problem }),
      path,
      click,
      ...(editor && { editor: editor.name }),
      spent: Math.round(spent)
    }
  }
  function picture(name: string): Answer | undefined {
    const [folder, file = ''] = name.split('/', 2)
    const known = folder === 'picture' ? builds.now().made?.pictures.get(file) : undefined
    return known && name === `picture/${file}` ? { type: known.type, body: known.bytes } : undefined
  }
  function place(query: URLSearchParams): Answer {
    const { made, ids } = builds.now()
    const index = ids.indexOf(query.get('page') ?? '')
    if (!made || index < 0)
      return { status: 409, reason: 'Unexpected page, expected one that is shown now' }
    const [x, y] = [Number(query.get('x')), Number(query.get('y'))]
    const at = placeAt(made.words(), index + 1, x, y, ids)
    // Running heads, folios and white come from nowhere in it.
    return json(at ?? null)
  }
  function found(query: URLSearchParams): Answer | undefined {
    const { made, ids } = builds.now()
    const [line, column] = ['line', 'column'].map((d) => whole(query.get(d)))
    const marks = made && line && marksOfLine(made.words(), line, column, ids)
    return marks ? json(marks) : undefined
  }
  function nowhere(query: URLSearchParams): Answer {
    if (whole(query.get('line')) === undefined)
      return { status: 400, reason: 'Unexpected line, expected `show?line=120`' }
    return { status: 404, reason: 'No page shows this line' }
  }
  /** For an editor: whoever looks on is shown the line. */
  function show(query: URLSearchParams, { method }: IncomingMessage): Answer {
    const answer = found(query)
    if (!answer || !('body' in answer)) return nowhere(query)
    if (method === 'GET') stream.tell('show', JSON.parse(String(answer.body)))
    return answer
  }
  /** The only answer that does something: it opens this manuscript, and nothing else, in the user's own editor. */
  function open(query: URLSearchParams, { method, headers }: IncomingMessage): Answer {
    const [line, column = 1] = ['line', 'column'].map((d) => whole(query.get(d)))
    if (!editor || headers[OWN_HEADER] !== 'open')
      return { status: 404, reason: 'No editor is known that opens a line' }
    if (line === undefined) return { status: 400, reason: 'Unexpected line' }
    if (method === 'GET') editor.open(path, line, column)
    return json({ line, column })
  }
  function events(_: URLSearchParams, { method }: IncomingMessage): Answer {
    if (method === 'HEAD') return { type: 'text/event-stream; charset=utf-8', body: '' }
    if (stream.isFull()) return { status: 503, reason: 'Unexpected number of readers' }
    return (response) => stream.join(response)
  }
}

function json(value: unknown): { type: string; body: string } {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

/** A number of a line or column: from 1. */
function whole(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined
}
