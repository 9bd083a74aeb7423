/** Conditions as they are written on the page, from and to the server's JSON. What the page cannot show it keeps. */

import { fieldOf, operatorsFor } from './fields'
import { isPlain, isRecord, type ConditionJson } from './rule-json'

export type Mode = 'all' | 'any' | 'none' | 'notall'

export type Condition =
  | { key: string; kind: 'group'; mode: Mode; items: readonly Condition[] }
  | { key: string; kind: 'test'; field: string; op: string; value: string; second: string }
  | { key: string; kind: 'query'; text: string; isNot: boolean }
  | { key: string; kind: 'kept'; json: ConditionJson }

export type Group = Extract<Condition, { kind: 'group' }>
export type Test = Extract<Condition, { kind: 'test' }>

let made = 0
const newKey = (): string => `c${++made}`

export function newTest(field = 'text'): Test {
  const op = operatorsFor(field, 'contains')[0]?.value ?? 'is'
  return { key: newKey(), kind: 'test', field, op, value: '', second: '' }
}

export function newGroup(items: readonly Condition[] = [newTest()], mode: Mode = 'all'): Group {
  return { key: newKey(), kind: 'group', mode, items }
}

export function newQuery(): Condition {
  return { key: newKey(), kind: 'query', text: '', isNot: false }
}

const OPPOSITE: Record<Mode, Mode> = { all: 'notall', notall: 'all', any: 'none', none: 'any' }

function negated(one: Condition): Condition {
  switch (one.kind) {
    case 'group':
      return { ...one, mode: OPPOSITE[one.mode] }
    case 'test':
      return { ...one, op: one.op.startsWith('!') ? one.op.slice(1) : `!${one.op}` }
    case 'query':
      return { ...one, isNot: !one.isNot }
    case 'kept':
      return { ...one, json: { not: one.json } }
  }
}

/** The root of the page is always a group, so that a condition can be added beside the only one. */
export function readCondition(json: unknown): Group {
  const one = read(json)
  return one.kind === 'group' ? one : newGroup([one])
}

function read(json: unknown): Condition {
  if (!isRecord(json)) return newTest()
  if ('not' in json) return negated(read(json['not']))
  for (const mode of ['all', 'any'] as const) {
    const items = json[mode]
    if (Array.isArray(items)) return newGroup(items.map(read), mode)
  }
  if (typeof json['query'] === 'string') return { key: newKey(), kind: 'query', text: json['query'], isNot: false }
  return readTest(json)
}

function readTest(json: ConditionJson): Condition {
  const { field, op = 'is', value } = json
  if (typeof field !== 'string' || typeof op !== 'string' || !fieldOf(field)) return { key: newKey(), kind: 'kept', json }
  // A payee by its number reads as nothing a person would type.
  if (field === 'payee' && (typeof value === 'number' || op === 'in')) return { key: newKey(), kind: 'kept', json }
  if (op === 'in' && Array.isArray(value)) return newGroup(value.map((one) => readTest({ field, op: 'is', value: one as unknown })), 'any')
  if (op === 'between' && Array.isArray(value) && value.every(isPlain))
    return { key: newKey(), kind: 'test', field, op, value: String(value[0] ?? ''), second: String(value[1] ?? '') }
  if (!isPlain(value)) return { key: newKey(), kind: 'kept', json }
  const isText = fieldOf(field)?.kind === 'text' && field !== 'currency'
  const sameOp = op === 'is' && isText ? 'equals' : op
  return { key: newKey(), kind: 'test', field, op: sameOp, value: String(value), second: '' }
}

/** The JSON of what is complete; null while nothing is. Lines that are still empty are left out. */
export function writeCondition(one: Condition): ConditionJson | null {
  switch (one.kind) {
    case 'kept':
      return one.json
    case 'query': {
      const query = one.text.trim()
      return query === '' ? null : one.isNot ? { not: { query } } : { query }
    }
    case 'test':
      return writeTest(one)
    case 'group': {
      const items = one.items.map(writeCondition).filter((json) => json !== null)
      const first = items[0]
      if (first === undefined) return null
      const isNegative = one.mode === 'none' || one.mode === 'notall'
      const word = one.mode === 'all' || one.mode === 'notall' ? 'all' : 'any'
      const inner = items.length === 1 ? first : { [word]: items }
      return isNegative ? { not: inner } : inner
    }
  }
}

function writeTest({ field, op, value, second }: Test): ConditionJson | null {
  if (value.trim() === '' || (op === 'between' && second.trim() === '')) return null
  const bare = op.replace(/^!/u, '')
  const typed = fieldOf(field)?.kind === 'pick' ? Number(value) : numeral(field, value)
  const json = { field, op: bare, value: bare === 'between' ? [typed, numeral(field, second)] : typed }
  return op.startsWith('!') ? { not: json } : json
}

/** Amounts may be typed with a comma. */
function numeral(field: string, text: string): string {
  return fieldOf(field)?.kind === 'amount' ? text.trim().replace(',', '.') : text.trim()
}

/** Whether any line of the page is still without its value. */
export function hasGaps(one: Condition): boolean {
  if (one.kind === 'group') return one.items.length === 0 || one.items.some(hasGaps)
  return writeCondition(one) === null
}

export function replaced(group: Group, key: string, change: (one: Condition) => Condition | null): Group {
  const items = group.items.flatMap((one) => {
    if (one.key === key) {
      const next = change(one)
      return next ? [next] : []
    }
    return [one.kind === 'group' ? replaced(one, key, change) : one]
  })
  return { ...group, items }
}
