// The validators of others, asked what they find in an e-book: each that is on this computer, as a program of its own. What
// they say becomes a message; who was not asked is told.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { exists, home } from '../assets.ts'
import type { Progress } from '../press.ts'

/** A validator, and how it is run. */
interface Validator {
  name: string
  /** How to get it. */
  wayOut: string
  /** The program and its words; undefined where it is not here. */
  command: (path: string, folder: string) => Promise<readonly string[] | undefined>
  /** What it found, read from what it printed or wrote. */
  read: (printed: string, folder: string) => Promise<readonly string[]>
}

const JAR = '/usr/share/java/epubcheck.jar'
const TYPED = join(home, 'node_modules/@likecoin/epubcheck-ts/bin/epubcheck.js')
/** EPUBCheck 4 does not know `pageBreakSource`, which EPUB Accessibility 1.1 wants. */
const OVERRIDE = 'ID\tSeverity\tMessage\tSuggestion\nOPF-027\tUSAGE\n'
const LONGEST = 300_000
const MOST_PRINTED = 64 * 1024 * 1024

const VALIDATORS: readonly Validator[] = [
  {
    name: 'epubcheck-ts',
    wayOut: 'npm install @likecoin/epubcheck-ts',
    command: async (path) =>
      (await exists(TYPED)) ? [process.execPath, TYPED, '-q', '-j', '-', path] : undefined,
    read: async (printed) => messagesIn(printed)
  },
  {
    name: 'epubcheck',
    wayOut: 'apt install epubcheck',
    command: async (path, folder) => {
      if (!(await exists(JAR))) return undefined
      const override = join(folder, 'override.txt')
      await writeFile(override, OVERRIDE)
      return ['java', '-jar', JAR, path, '-c', override, '-q', '-j', '-']
    },
    read: async (printed) => messagesIn(printed)
  },
  {
    name: 'ace',
    wayOut: 'npm install --global @daisy/ace-cli @daisy/ace-core @daisy/ace-axe-runner-puppeteer',
    command: async (path, folder) => ['ace-cli', '-s', '-f', '-o', folder, path],
    read: async (_, folder) => violationsIn(await readFile(join(folder, 'report.json'), 'utf8'))
  }
]

/** Ask every validator; what they find is added to the file. */
export async function validateEpub(path: string, file: VFile, progress: Progress): Promise<void> {
  progress({ stage: 'validate' })
  const folder = await mkdtemp(join(tmpdir(), 'press-validate-'))
  const asked: string[] = []
  const missing: string[] = []
  try {
    for (const { name, wayOut, command, read } of VALIDATORS) {
      const words = await command(resolve(path), folder)
      const printed = words && (await run(words))
      const found =
        printed === undefined ? undefined : await read(printed, folder).catch(() => undefined)
      if (found === undefined) missing.push(`${name} (${wayOut})`)
      else asked.push(`${name} ${found.length}`)
      for (const reason of found ?? []) file.message(reason, { ruleId: name, source: 'press' })
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  const says = [asked.join(', '), missing.length > 0 && `not run: ${missing.join(', ')}`]
  progress({ stage: 'validate', result: says.filter(Boolean).join('; ') })
}

/** What a program prints, however it ends; undefined where it cannot be run. */
function run([program = '', ...words]: readonly string[]): Promise<string | undefined> {
  const options = { timeout: LONGEST, maxBuffer: MOST_PRINTED }
  return new Promise((done) => {
    execFile(program, words, options, (error, printed) =>
      done(error && typeof error.code !== 'number' ? undefined : printed)
    )
  })
}

/** The report of EPUBCheck and of those who write as it does; no more than these fields are read. */
interface Report {
  messages: readonly {
    ID: string
    severity: string
    message: string
    locations?: readonly { path: string; line: number }[]
  }[]
}

function messagesIn(printed: string): string[] {
  const { messages } = JSON.parse(printed.slice(printed.indexOf('{'))) as Report // EPUBCheck's own form
  return messages
    .filter((d) => /^(?:fatal|error|warning)$/iu.test(d.severity))
    .map(({ ID, message, locations: [place] = [] }) => {
      const where = place
        ? `, in \`${place.path}\`${place.line > 0 ? `, line ${place.line}` : ''}`
        : ''
      return `${ID}: ${message}${where}`
    })
}

/** Ace's report is in W3C's Evaluation and Report Language. */
interface AceReport {
  assertions: readonly {
    'earl:testSubject': { url: string }
    assertions: readonly {
      'earl:test': { 'dct:title': string; 'earl:impact': string }
      'earl:result': { 'dct:description': string }
    }[]
  }[]
}

function violationsIn(report: string): string[] {
  const { assertions } = JSON.parse(report) as AceReport // Ace's own form
  return assertions.flatMap(({ 'earl:testSubject': { url }, assertions: found }) =>
    found.map(({ 'earl:test': rule, 'earl:result': result }) => {
      const [first = ''] = result['dct:description'].split('\n')
      return `${rule['dct:title']} (${rule['earl:impact']}): ${first}, in \`${url}\``
    })
  )
}
