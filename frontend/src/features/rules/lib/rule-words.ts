/** Rules as sentences: "Any text contains “market”" and "put into Groceries". */

import { t } from '@lingui/core/macro'
import { listed } from '@/lib/words'
import { readCondition, type Condition } from './condition'
import { fieldOf, operatorLabel } from './fields'
import { readActions, type ActionDraft } from './actions'

/** Names by number. */
export interface Names {
  category: ReadonlyMap<string, string>
  payee: ReadonlyMap<string, string>
  account: ReadonlyMap<string, string>
  tag: ReadonlyMap<string, string>
}

const GONE = t`something that is gone`

function nameOf(names: Names, kind: keyof Names, id: string | null): string {
  return (id === null ? undefined : names[kind].get(id)) ?? GONE
}

export function conditionWords(json: unknown, names: Names): string {
  const text = inWords(readCondition(json), names, true)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const JOINTS = { all: ' and ', any: ' or ', none: ' or ', notall: ' and ' }

function inWords(one: Condition, names: Names, isRoot = false): string {
  switch (one.kind) {
    case 'kept':
      return t`a condition that this page cannot show`
    case 'query':
      return `${one.isNot ? t`not found by` : t`found by`} “${one.text}”`
    case 'test':
      return testWords(one, names)
    case 'group': {
      const parts = one.items.map((item) => inWords(item, names))
      const isNegative = one.mode === 'none' || one.mode === 'notall'
      const text = parts.join(JOINTS[one.mode])
      if (isNegative) return t`not (${text})`
      return isRoot || parts.length === 1 ? text : `(${text})`
    }
  }
}

function testWords({ field, op, value, second }: Extract<Condition, { kind: 'test' }>, names: Names): string {
  const known = fieldOf(field)
  const said = valueWords(field, value, names)
  if (field === 'is') return op === '!is' ? t`not ${said}` : said
  if (field === 'has') return op === '!is' ? t`without ${said}` : t`with ${said}`
  const label = known?.label.toLowerCase() ?? field
  const how = known?.kind === 'day' ? DAY_WORDS[op] ?? operatorLabel(op) : operatorLabel(op)
  return `${label} ${how} ${said}${op === 'between' ? t` and ${second}` : ''}`
}

const DAY_WORDS: Record<string, string> = { '>=': t`on or after`, '<=': t`on or before`, equals: 'on', between: 'between' }

function valueWords(field: string, value: string, names: Names): string {
  const known = fieldOf(field)
  if (field === 'account' || field === 'category' || field === 'tag') return nameOf(names, field, value)
  if (known?.kind === 'word') return known.words?.find((one) => one.value === value)?.label ?? value
  return known?.kind === 'text' ? `“${value}”` : value
}

export function actionsWords(json: unknown, names: Names): string {
  return listed(readActions(json).map((one) => actionWords(one, names)))
}

function actionWords(one: ActionDraft, names: Names): string {
  switch (one.type) {
    case 'set_category':
      return t`put into ${nameOf(names, 'category', one.target)}`
    case 'set_payee':
      return t`set the payee to ${nameOf(names, 'payee', one.target)}`
    case 'link_transfer':
      return t`link as a transfer with ${nameOf(names, 'account', one.target)}`
    case 'add_tags':
      return t`add the ${one.tags.length === 1 ? 'tag' : 'tags'} ${listed(one.tags)}`
    case 'remove_tags':
      return t`remove the ${one.tags.length === 1 ? 'tag' : 'tags'} ${listed(one.tags)}`
    case 'set_note':
      return t`set the note “${one.text}”`
    case 'append_note':
      return t`add “${one.text}” to the note`
    case 'set_status':
      return t`mark as ${one.text}`
    case 'split':
      return t`split into ${one.shares.length} shares (${listed(
        one.shares.map(({ unit, size, category }, at) => {
          const part = at === one.shares.length - 1 ? t`the rest` : unit === 'percent' ? `${size} %` : size
          return category ? `${part} ${nameOf(names, 'category', category)}` : part
        }),
      )})`
  }
}
