// A manuscript's pages in the browser: whoever can make the pages in, an address out. Each save is built again and told to
// all who look on; when it cannot be built, the last pages stay, with the reason. It is the only room that listens, and
// listens to this machine alone (promise P14): what it answers is in memory, and nobody can name a file to it.
import { answersOf } from './preview/answers.ts'
import type { Editor } from './preview/answers.ts'
import { openBuilds } from './preview/builds.ts'
import type { Making } from './preview/builds.ts'
import { newEventStream } from './preview/event-stream.ts'
import { pageScript } from './preview/page-script.ts'
import { serve } from './preview/serve.ts'
import type { Problem } from './preview/told.ts'
import { watchFolder } from './preview/watch-folder.ts'

export type { Editor } from './preview/answers.ts'
export type { Made, Making } from './preview/builds.ts'
export type { Problem, ToldFinding } from './preview/told.ts'

/** How a preview is opened. */
export interface PreviewOptions {
  /** One that is free when missing. */
  port?: number
  /** Missing where none is known that can be opened at a line. */
  editor?: Editor
  /** What a click on a word does until somebody chooses: the editor, or a link, when missing. */
  click?: 'editor' | 'link' | 'copy'
  /** Told of each build: what stopped it, or nothing. */
  told?: (problem: Problem | undefined) => void
}

/** A preview that runs. */
export interface Preview {
  /** With the token without which nothing is answered. */
  address: string
  /** How many builds there were. */
  builds: () => number
  close: () => Promise<void>
}

/**
 * Show a manuscript, and go on showing it as it changes.
 *
 * @param path of the manuscript; pictures lie below its folder
 * @throws {Unable} exit 4 when the port is taken
 */
export async function openPreview(
  path: string,
  making: Making,
  options: PreviewOptions = {}
): Promise<Preview> {
  const stream = newEventStream()
  const builds = openBuilds(making, (now) => {
    stream.tell('build', now.build)
    options.told?.(now.problem)
  })
  const watching = await watchFolder(path, builds.build)
  const [script] = await Promise.all([pageScript(), builds.build()])
  const { editor } = options
  const click = options.click ?? (editor ? 'editor' : 'link')
  const answers = await answersOf({ builds, stream, script, path, editor, click })
  const server = await serve(answers, options.port).catch((error: unknown) => {
    stop()
    throw error
  })
  return {
    address: server.address,
    builds: builds.count,
    close: () => {
      stop()
      return server.close()
    }
  }

  function stop(): void {
    watching.close()
    builds.close()
    stream.close()
  }
}
