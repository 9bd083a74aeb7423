/** What a rule does, as it is written on the page, from and to the server's JSON. */

import { t } from '@lingui/core/macro'
import { isPlain, isRecord, type ActionJson } from './rule-json'

export interface ShareDraft {
  key: string
  unit: 'percent' | 'amount'
  size: string
  category: string | null
  note: string
}

export interface ActionDraft {
  key: string
  type: ActionType
  /** The number of the category, payee or account. */
  target: string | null
  text: string
  tags: readonly string[]
  shares: readonly ShareDraft[]
}

export const ACTION_TYPES = {
  set_category: t`Put into the category`,
  set_payee: t`Set the payee`,
  add_tags: t`Add tags`,
  remove_tags: t`Remove tags`,
  set_note: t`Set the note`,
  append_note: t`Add to the note`,
  split: t`Split into shares`,
  link_transfer: t`Link as a transfer with`,
  set_status: t`Set the status`,
} as const
export type ActionType = keyof typeof ACTION_TYPES

let made = 0
const newKey = (): string => `a${++made}`

export function newShare(): ShareDraft {
  return { key: newKey(), unit: 'percent', size: '', category: null, note: '' }
}

export function newAction(type: ActionType = 'set_category'): ActionDraft {
  return {
    key: newKey(),
    type,
    target: null,
    text: type === 'set_status' ? 'cleared' : '',
    tags: [],
    shares: type === 'split' ? [newShare(), newShare()] : [],
  }
}

function isType(type: unknown): type is ActionType {
  return typeof type === 'string' && type in ACTION_TYPES
}

const idText = (value: unknown): string | null => (isPlain(value) ? String(value) : null)

export function readActions(json: unknown): ActionDraft[] {
  if (!Array.isArray(json)) return [newAction()]
  const known = json.flatMap((one) => (isRecord(one) && isType(one['type']) ? [readAction(one['type'], one)] : []))
  return known.length > 0 ? known : [newAction()]
}

function readAction(type: ActionType, json: ActionJson): ActionDraft {
  const { category, payee, account, note, status, tags, shares } = json
  return {
    ...newAction(type),
    target: idText(category ?? payee ?? account),
    text: [note, status].find((text) => typeof text === 'string') ?? '',
    tags: Array.isArray(tags) ? tags.map(String) : [],
    shares: Array.isArray(shares) ? shares.filter(isRecord).map(readShare) : [],
  }
}

function readShare(json: Record<string, unknown>): ShareDraft {
  const { percent, amount, category, note } = json
  const unit = isPlain(amount) ? 'amount' : 'percent'
  return { key: newKey(), unit, size: idText(amount ?? percent) ?? '', category: idText(category), note: typeof note === 'string' ? note : '' }
}

/** Null while something is missing. */
export function writeAction(one: ActionDraft): ActionJson | null {
  const { type, target, tags } = one
  const text = one.text.trim()
  switch (type) {
    case 'set_category':
      return target ? { type, category: Number(target) } : null
    case 'set_payee':
      return target ? { type, payee: Number(target) } : null
    case 'link_transfer':
      return target ? { type, account: Number(target) } : null
    case 'add_tags':
    case 'remove_tags':
      return tags.length > 0 ? { type, tags: [...tags] } : null
    case 'set_note':
    case 'append_note':
      return text ? { type, note: text } : null
    case 'set_status':
      return text ? { type, status: text } : null
    case 'split':
      return writeSplit(one.shares)
  }
}

/** The last share gets what the others leave, so it has no size. */
function writeSplit(shares: readonly ShareDraft[]): ActionJson | null {
  if (shares.length < 2 || shares.slice(0, -1).some(({ size }) => size.trim() === '')) return null
  return {
    type: 'split',
    shares: shares.map(({ unit, size, category, note }, at) => ({
      ...(at < shares.length - 1 ? { [unit]: size.trim().replace(',', '.') } : {}),
      ...(category ? { category: Number(category) } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    })),
  }
}

/** All of them, or null while one is not complete. */
export function writeActions(drafts: readonly ActionDraft[]): ActionJson[] | null {
  const written = drafts.map(writeAction)
  const whole = written.filter((one) => one !== null)
  return whole.length > 0 && whole.length === written.length ? whole : null
}
