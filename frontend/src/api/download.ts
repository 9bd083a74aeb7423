import { getFile } from './client'

/** Long enough for the browser to have begun with the file. */
const KEPT_MS = 60_000

/** Saves a private file under a name, by a blob: a plain link would carry no token. */
export async function download(path: string, name: string): Promise<void> {
  saveBlob(await getFile(path), name)
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
