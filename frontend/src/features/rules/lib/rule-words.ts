/** Rules as sentences: "Any text contains “market”" and "put into Groceries". */

import { plural, t } from '@lingui/core/macro'
import { formatFact } from '@/lib/fact-value'
import { isEnglish } from '@/lib/language'
import { dayName } from '@/lib/period'
import { listed } from '@/lib/words'
import { readCondition, type Condition } from './condition'
import { fieldOf, operatorLabel, STATUS } from './fields'
import { readActions, type ActionDraft } from './actions'

/** Names by number. */
export interface Names {
  category: ReadonlyMap<string, string>
  payee: ReadonlyMap<string, string>
  account: ReadonlyMap<string, string>
  tag: ReadonlyMap<string, string>
}

const GONE = t({ message: 'something that is gone', context: 'in a rule' })

function nameOf(names: Names, kind: keyof Names, id: string | null): string {
  return (id === null ? undefined : names[kind].get(id)) ?? GONE
}

export function conditionWords(json: unknown, names: Names): string {
  const text = inWords(readCondition(json), names, true)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const [AND, OR] = [t`and`, t`or`]
const JOINTS = { all: ` ${AND} `, any: ` ${OR} `, none: ` ${OR} `, notall: ` ${AND} ` }

function inWords(one: Condition, names: Names, isRoot = false): string {
  switch (one.kind) {
    case 'kept':
      return t`a condition that this page cannot show`
    case 'query':
      return one.isNot ? t`not found by “${one.text}”` : t`found by “${one.text}”`
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
  const how = known?.kind === 'day' ? DAY_WORDS[op] ?? operatorLabel(op) : operatorLabel(op)
  const last = op === 'between' ? ` ${AND} ${valueWords(field, second, names)}` : ''
  return `${inSentence(known?.label ?? field)} ${how} ${said}${last}`
}

/** English writes names of fields small within a sentence; German nouns keep their capital. */
function inSentence(label: string): string {
  return isEnglish() ? label.toLowerCase() : label
}

const DAY_WORDS: Record<string, string> = {
  '>=': t`on or after`,
  '<=': t`on or before`,
  equals: t({ message: 'on', context: 'a day' }),
  between: t`between`,
}

function valueWords(field: string, value: string, names: Names): string {
  const known = fieldOf(field)
  if (field === 'account' || field === 'category' || field === 'tag') return nameOf(names, field, value)
  if (known?.kind === 'word') return known.words?.find((one) => one.value === value)?.label ?? value
  if (known?.kind === 'day' && DAY.test(value)) return dayName(value, 'medium')
  if (known?.kind === 'amount') return numberWords(value)
  return known?.kind === 'text' ? quoted(value) : value
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u

function quoted(text: string): string {
  return t`“${text}”`
}

/** With the decimal mark of the page's language. */
function numberWords(text: string): string {
  return formatFact(text, 'count')
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
      return tagsWords(one.tags, true)
    case 'remove_tags':
      return tagsWords(one.tags, false)
    case 'set_note':
      return t`set the note “${one.text}”`
    case 'append_note':
      return t`add “${one.text}” to the note`
    case 'set_status':
      return t`mark as ${STATUS[one.text] ?? one.text}`
    case 'split':
      return splitWords(one, names)
  }
}

function tagsWords(tags: readonly string[], isAdding: boolean): string {
  const words = listed(tags)
  return isAdding
    ? plural(tags.length, { one: `add the tag ${words}`, other: `add the tags ${words}` })
    : plural(tags.length, { one: `remove the tag ${words}`, other: `remove the tags ${words}` })
}

function splitWords({ shares }: ActionDraft, names: Names): string {
  const number = shares.length
  const parts = shares.map(({ unit, size, category }, at) => {
    const part = at === number - 1 ? t`the rest` : unit === 'percent' ? `${numberWords(size)} %` : numberWords(size)
    return category ? `${part} ${nameOf(names, 'category', category)}` : part
  })
  return t`split into ${number} shares (${listed(parts)})`
}
