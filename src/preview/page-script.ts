// The script of the page: `page/open.ts` and its parts in, one plain script out. This alone names esbuild, which the press
// has anyway to start itself, and stops it when it has done its work.
import { join } from 'node:path'
import { home } from '../assets.ts'

let made: Promise<string> | undefined

/** Made once. */
export function pageScript(): Promise<string> {
  return (made ??= make())
}

async function make(): Promise<string> {
  const { build, stop } = await import('esbuild')
  try {
    const { outputFiles } = await build({
      entryPoints: [join(home, 'src/preview/page/open.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      logLevel: 'silent'
    })
    return outputFiles[0]?.text ?? ''
  } finally {
    await stop()
  }
}
