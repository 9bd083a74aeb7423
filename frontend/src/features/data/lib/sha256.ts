export const ALGORITHM = 'SHA-256'

/** The SHA-256 of a file in hexadecimal; null where the browser does not offer it (pages without https). */
export async function sha256(blob: Blob): Promise<string | null> {
  // The types promise it everywhere; browsers keep it to secure pages.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return null
  const digest = await subtle.digest(ALGORITHM, await blob.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
