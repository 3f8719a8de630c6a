// Faces for the browser: whole, since each edit may bring another letter, and under names that say nothing of the disk.
import type { ServerResponse } from 'node:http'
import { faceBytes, faceOf } from '../faces.ts'
import type { FaceName } from '../faces.ts'
import type { Answer } from './serve.ts'
import type { ToldFace } from './told.ts'

export interface FacesOf {
  told: (names: readonly FaceName[]) => readonly ToldFace[]
  /** @param name as it was told */
  answer: (name: string) => Answer | undefined
}

/** No face yet: those that were told are answered. */
export function facesOf(): FacesOf {
  const known = new Map<string, Promise<Uint8Array>>()
  return {
    told: (names) =>
      names.map((name) => {
        const { family, weight, style } = faceOf(name)
        const address = `face/${name.toLowerCase().replaceAll(' ', '-')}.ttf`
        if (!known.has(address)) known.set(address, faceBytes(name))
        return { family, weight, style, address }
      }),
    answer: (address) => {
      const bytes = known.get(address)
      return bytes && ((response) => void sendFace(bytes, response))
    }
  }
}

async function sendFace(bytes: Promise<Uint8Array>, response: ServerResponse): Promise<void> {
  const face = await bytes
  response.writeHead(200, { 'Content-Type': 'font/ttf', 'Content-Length': face.length })
  response.end(face)
}
