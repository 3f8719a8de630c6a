// A command in, the work done, what came of it out. The press is loaded only when there is work, so that help is quick.
import { fitOf, FITS } from '../edition/setting.ts'
import { Unable } from '../failure.ts'
import type { BuildOptions, Outcome } from '../press.ts'
import type { Desk } from './desk.ts'
import { findChecked, findEdition } from './find-edition.ts'
import type { Command } from './read-command.ts'

const NOTHING: Outcome = { files: [], made: [] }

type Run = (command: Command, desk: Desk) => Promise<Outcome>

const RUNS: Readonly<Record<string, Run>> = {
  import: async ({ arguments: [source = ''], flags, values }, { progress, remark }) => {
    const { importSource, undoSource } = await import('../press.ts')
    if (flags.has('undo')) return undoSource(findEdition(source), into(values), progress)
    const outcome = await importSource(source, into(values), progress)
    const next = isStopped(outcome) ? 'settle the conflicts' : 'read the queries'
    remark(`Next: ${next}, then press build ${outcome.folder}`)
    return outcome
  },
  build: async ({ arguments: [edition], flags, values }, { progress, remark }) => {
    const { source, fit, pdfx } = values
    if (source !== undefined && edition !== undefined)
      throw new Unable(
        3,
        `Unexpected edition \`${edition}\` beside \`--source\`, expected one of them`
      )
    const folder = source === undefined ? findEdition(edition) : undefined
    const options = {
      ...(values.caliper !== undefined && { caliper: values.caliper }),
      ...fitting(fit),
      ...standardOf(pdfx),
      kepub: flags.has('kepub'),
      leaflet: flags.has('leaflet'),
      fence: flags.has('fence')
    }
    if (options.fence && fit !== undefined)
      throw new Unable(
        3,
        'Unexpected `--fit` beside `--fence`, expected one of them: fenced pages are as many as they were'
      )
    const { build, importSource } = await import('../press.ts')
    if (folder !== undefined) return build(folder, options, progress)
    const imported = await importSource(source ?? '', {}, progress)
    if (isStopped(imported)) {
      remark(`Next: settle the conflicts, then press build ${imported.folder}`)
      return imported
    }
    const built = await build(imported.folder, options, progress)
    return {
      files: [...imported.files, ...built.files],
      made: [...imported.made, ...built.made]
    }
  },
  impose: async ({ arguments: [path], flags, values }, { progress }) => {
    const { imposePdf } = await import('../press.ts')
    return imposePdf(path, { values, flags }, progress)
  },
  check: async ({ arguments: [path], values }, { progress }) => {
    const checked = findChecked(path)
    const { checkPath } = await import('../press.ts')
    const outcome = await checkPath(checked, progress, values.profile)
    const [file] = outcome.files
    if (file && /\.epub$/iu.test(checked)) {
      const { validateEpub } = await import('./validate-epub.ts')
      await validateEpub(checked, file, progress)
    }
    return outcome
  },
  preview: async ({ arguments: [edition], flags, values }, { address, remark }) => {
    const folder = findEdition(edition)
    const { runPreview } = await import('./run-preview.ts')
    await runPreview(folder, { port: values.port, open: !flags.has('no-open') }, address, remark)
    return NOTHING
  },
  proof: async ({ arguments: [edition], flags, values }, { progress }) => {
    const folder = findEdition(edition)
    const { against, since } = values
    if (since !== undefined && since !== 'approved')
      throw new Unable(3, `Unexpected \`--since ${since}\`, expected \`--since approved\``)
    for (const other of ['against', 'fence'])
      if (since !== undefined && (other in values || flags.has(other)))
        throw new Unable(
          3,
          `Unexpected \`--${other}\` beside \`--since approved\`, expected one of them`
        )
    const { proofEdition, provedApproved } = await import('../press.ts')
    if (since !== undefined) return provedApproved(folder, progress)
    const options = { fence: flags.has('fence'), ...(against !== undefined && { against }) }
    return proofEdition(folder, options, progress)
  },
  approve: async ({ arguments: [edition], values }, { progress, remark }) => {
    const folder = findEdition(edition)
    const { approvePages } = await import('../press.ts')
    const { pages } = values
    const outcome = await approvePages(folder, pages === undefined ? {} : { pages }, progress)
    remark(`${outcome.says}: keep ${outcome.made.map((d) => d.path).join(' and ')} in git`)
    return outcome
  },
  doctor: async (_, { findings }) => {
    const { examine } = await import('./examine.ts')
    const found = await examine()
    findings(found)
    const missing = found.filter((d) => d.needed && d.state === 'missing').map((d) => d.name)
    if (missing.length > 0)
      throw new Unable(4, `Unexpected lack of ${missing.join(', ')}: see above`)
    return NOTHING
  }
}

/**
 * Do what the command says.
 *
 * @throws {VFileMessage} what is wrong with a file; {Unable} what is wrong with the command or the machine
 */
export async function runVerb(command: Command, desk: Desk): Promise<Outcome> {
  const run = RUNS[command.verb?.name ?? '']
  if (!run) throw new Error(`The verb ${command.verb?.name} does nothing`)
  return run(command, desk)
}

/** Whether someone has to mend what was made before anything can be built of it. */
function isStopped({ files }: Outcome): boolean {
  return files.some((file) => file.messages.some((d) => d.fatal === true))
}

function into(values: Command['values']): { into?: string } {
  return values.into === undefined ? {} : { into: values.into }
}

function fitting(pages: string | undefined): { fit?: number } {
  if (pages === undefined) return {}
  const fit = fitOf(pages)
  if (fit !== undefined) return { fit }
  throw new Unable(3, `Unexpected \`--fit ${pages}\`, expected a number: ${FITS}`)
}

/** `--pdfx 1a`, `--pdfx 4`. */
function standardOf(name: string | undefined): Pick<BuildOptions, 'pdfx'> {
  if (name === undefined) return {}
  if (name === '4') return { pdfx: 'PDF/X-4' }
  if (name.toLowerCase() === '1a') return { pdfx: 'PDF/X-1a:2003' }
  throw new Unable(3, `Unexpected \`--pdfx ${name}\`, expected \`4\` or \`1a\``)
}
