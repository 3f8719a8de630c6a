// What an edition looks like: its design, read for its trim from a sheet of styles/designs/, and the faces that the design
// sets each kind of text in.
export type { Design, Part, PartName } from './design/design.ts'
export { designOf } from './design/design-of.ts'
export { usedFaces } from './design/used-faces.ts'
