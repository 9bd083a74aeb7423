/** A request's body, set out over lines. As it is where it is not JSON. */
export function setOut(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}
