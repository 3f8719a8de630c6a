// What an editor asked the author in the manuscript must be answered before it is printed; what was answered is listed. A
// query that is not closed would be printed as it stands.
//
//     It rose in 1936 [[q: is this date right?]], and
import type { AuthorQueries } from '../manuscript/author-queries.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'

/** Letters of a question that are told. */
const LONGEST = 120
const WHY = {
  unclosed:
    'Unexpected `[[q:` without its `]]` in the same paragraph, expected both: it is printed',
  'front-matter':
    'Unexpected author query in the front matter, expected it in the text: it is printed'
}

/** Open and answered queries, in order. */
export function* authorQueriesAnswered(queries: AuthorQueries): Generator<Finding> {
  yield* authorQueriesPrinted(queries)
  for (const { number, question, answer, line, column } of queries.asked) {
    const words = question === '' ? '' : ` ${quote(question, LONGEST)}`
    const reason =
      answer === undefined
        ? `Unexpected open query ${number}${words}: answer it and take it out`
        : `Query ${number}${words} is answered ${quote(answer, LONGEST)}`
    yield { place: { line, column }, reason, listed: true, info: answer !== undefined }
  }
}

/** Those that would be printed. */
export function* authorQueriesPrinted({ printed }: AuthorQueries): Generator<Finding> {
  for (const { at, why } of printed) yield { place: at, reason: WHY[why] }
}
