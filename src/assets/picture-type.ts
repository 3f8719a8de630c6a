// The bytes of a picture in, its type and size in pixels out. The type is what the first bytes say, never the name: a
// text file called `portrait.png` is not a picture.

/** What a picture is, and how large. */
export interface PictureType {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  extension: string
  /** In pixels; 0 when the picture is broken before it says so. */
  width: number
  height: number
}

/** The type and size of a picture of pixels; undefined when the bytes are none that we know. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const text = (start: number, end: number) =>
    String.fromCharCode(...bytes.subarray(start, Math.min(end, bytes.length)))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return png(view, text)
  if (text(0, 3) === '\xff\xd8\xff') return { type: 'image/jpeg', extension: 'jpg', ...jpeg(view) }
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a')
    return { type: 'image/gif', extension: 'gif', ...sizeAt(view, 6, 8) }
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP')
    return { type: 'image/webp', extension: 'webp', ...webp(view, text(12, 16)) }
  return undefined
}

interface Size {
  width: number
  height: number
}

const NO_SIZE: Size = { width: 0, height: 0 }

/** Two 16-bit numbers, low byte first, as GIF has them. */
function sizeAt(view: DataView, width: number, height: number): Size {
  if (view.byteLength < height + 2) return NO_SIZE
  return { width: view.getUint16(width, true), height: view.getUint16(height, true) }
}

function png(view: DataView, text: (start: number, end: number) => string): PictureType {
  const whole = view.byteLength >= 45 && text(12, 16) === 'IHDR'
  const size = whole ? { width: view.getUint32(16), height: view.getUint32(20) } : NO_SIZE
  return { type: 'image/png', extension: 'png', ...size }
}

/** Walk the segments to the frame header (SOF0–SOF15 without DHT, JPG and DAC): ITU-T T.81, B.1.1.3. */
function jpeg(view: DataView): Size {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
  return NO_SIZE
}

/** The three forms of WebP: lossy, lossless, extended (RFC 9649). */
function webp(view: DataView, form: string): Size {
  if (view.byteLength < 30) return NO_SIZE
  if (form === 'VP8 ')
    return {
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff
    }
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  const low24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1
  return form === 'VP8X' ? { width: low24(24), height: low24(27) } : NO_SIZE
}
