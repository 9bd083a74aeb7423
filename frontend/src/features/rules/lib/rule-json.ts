/** The server's shapes of conditions and actions. They arrive as plain JSON and are read with care. */

export type ConditionJson = Record<string, unknown>
export type ActionJson = Record<string, unknown>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
