// Vitest's report in, the line `N passed, N failed` out, alone at the end where a script looks for it.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
// A file that could not be loaded has no tests to fail.
const broken = report.testResults.filter(
  (d) => d.status === 'failed' && d.assertionResults.length === 0
)
const failed = report.numFailedTests + broken.length
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`)
