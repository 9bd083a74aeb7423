import { t } from '@lingui/core/macro'
import type { StatementImport } from '@/api/types'
import { SURE } from './roles'

/** How far a reading can be trusted. Proved and read are solid, asks is hollow. */
export type Sureness = 'proved' | 'read' | 'asks' | 'differs' | 'refused'

export interface Verdict {
  sureness: Sureness
  words: string
}

type Judged = Pick<StatementImport, 'status' | 'questions' | 'columns' | 'accounts' | 'lines_found' | 'understood'>

/** Whether the file prints a balance behind its lines and each is the one before plus the amount. */
export function allStepsAgree(understood: StatementImport['understood']): boolean {
  const [, agree, steps] = /^(\d+) of (\d+)\b/u.exec(understood['balances'] ?? '') ?? []
  return agree !== undefined && agree === steps && agree !== '0'
}

/** One sentence on how sure the reader is, and from what. */
export function verdictOf({ status, questions, columns, accounts, lines_found: found, understood }: Judged): Verdict {
  if (status === 'failed') return { sureness: 'refused', words: t`Not read` }
  if (questions.length > 0)
    return { sureness: 'asks', words: questions.length === 1 ? t`One question is open` : t`${questions.length} questions are open` }
  if (accounts.some(({ balance_check: check }) => check === 'differs'))
    return { sureness: 'differs', words: t`The balances in the file do not fit its lines` }
  if (found > 0 && accounts.length > 0 && accounts.every(({ balance_check: check }) => check === 'agrees'))
    return { sureness: 'proved', words: t`Proved by the balances in the file` }
  if (allStepsAgree(understood)) return { sureness: 'proved', words: t`Proved by the balance behind every line` }
  const unsure = columns.filter(({ role, confidence }) => role !== '' && confidence < SURE)
  if (unsure.length > 0) return { sureness: 'asks', words: t`Columns with a hollow mark are a guess` }
  return { sureness: 'read', words: t`Read, and nothing is open` }
}
