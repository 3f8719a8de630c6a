// What the lock file must hold so that every system gets its packages from whatever registry its owner uses.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  resolved?: string
  link?: boolean
  optionalDependencies?: Readonly<Record<string, string>>
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Locked>> // the format of npm 7 and newer
}

test('every binary for every system is locked', () => {
  // A registry that lags behind has the newest package without its newest binaries, and npm leaves those out silently.
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesOf(path, name).some((place) => place in packages))
      .map((name) => `${path} wants ${name}`)
  )
  expect(missing).toEqual([])
})

test('no package is tied to a host', () => {
  const hosts = Object.values(packages)
    .map((d) => d.resolved ?? '')
    .filter((d) => /^[a-z+]+:\/\//u.test(d))
  expect(hosts).toEqual([])
})

/** Where Node would look for a package, from the folder of the one that wants it up to the root. */
function placesOf(path: string, name: string): string[] {
  const parts = path.split('/node_modules/')
  const nested = parts.map((_, index) => parts.slice(0, index + 1).join('/node_modules/'))
  return ['', ...nested].map((d) => `${d && `${d}/`}node_modules/${name}`)
}
