// Author queries in the tree as it is parsed, where nobody but the parser and what takes them out may see them.
import type { Image, Node } from 'mdast'
import type { Data, Processor } from 'unified'
import { authorQuerySyntax, PART, QUERY, UNCLOSED } from './author-query-syntax.ts'

/** A query as it was parsed. */
export interface AuthorQueryNode extends Node {
  type: 'authorQuery'
  /** With its brackets, its lines joined by spaces. */
  raw: string
  /** Its paragraph ends before it does: `raw` is the opening alone, which is text. */
  unclosed?: true
}

declare module 'mdast' {
  interface ImageData {
    /** What is asked in the words that stand for a picture, which are no nodes. */
    authorQueries?: AuthorQueryNode[]
  }
}

type Compile = NonNullable<Data['fromMarkdownExtensions']>[number]

/** Parse author queries: a remark plugin, which adds nodes that are not of mdast. */
export function authorQueryNodes(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), authorQuerySyntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), compile()]
}

/** The node, if it is a query. */
export function authorQueryIn(node: Node): AuthorQueryNode | undefined {
  return node.type === 'authorQuery' ? (node as AuthorQueryNode) : undefined // as entered below
}

function compile(): Compile {
  let parts: string[] = []
  return {
    enter: {
      [QUERY](token) {
        parts = []
        const node: AuthorQueryNode = { type: 'authorQuery', raw: '' }
        this.enter(node as never, token) // mdast does not know it
      },
      [UNCLOSED](token) {
        const node: AuthorQueryNode = { type: 'authorQuery', raw: '', unclosed: true }
        this.enter(node as never, token)
      }
    },
    exit: {
      [PART](token) {
        parts.push(this.sliceSerialize(token).trim())
      },
      [QUERY](token) {
        const node = authorQueryIn(this.stack.at(-1) as Node)
        if (node) {
          node.raw = parts.join(' ')
          const image = this.stack.findLast((d): d is Image => d.type === 'image')
          if (image) (image.data ??= {}).authorQueries = [...(image.data.authorQueries ?? []), node]
        }
        this.exit(token)
      },
      [UNCLOSED](token) {
        const node = authorQueryIn(this.stack.at(-1) as Node)
        if (node) node.raw = this.sliceSerialize(token)
        this.exit(token)
      }
    }
  }
}
