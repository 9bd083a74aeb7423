import type { StatementImport } from '@/api/types'
import { SURE } from './roles'

/** How far a reading can be trusted. Proved and read are solid, asks is hollow. */
export type Sureness = 'proved' | 'read' | 'asks' | 'differs' | 'refused'

export interface Verdict {
  sureness: Sureness
  words: string
}

type Judged = Pick<StatementImport, 'status' | 'questions' | 'columns' | 'accounts' | 'lines_found' | 'overrides'>

/** One sentence on how sure the reader is, and from what. */
export function verdictOf({ status, questions, columns, accounts, lines_found: found }: Judged): Verdict {
  if (status === 'failed') return { sureness: 'refused', words: 'Not read' }
  if (questions.length > 0)
    return { sureness: 'asks', words: questions.length === 1 ? 'One question is open' : `${questions.length} questions are open` }
  if (accounts.some(({ balance_check: check }) => check === 'differs'))
    return { sureness: 'differs', words: 'The balances in the file do not fit its lines' }
  if (found > 0 && accounts.length > 0 && accounts.every(({ balance_check: check }) => check === 'agrees'))
    return { sureness: 'proved', words: 'Proved by the balances in the file' }
  const unsure = columns.filter(({ role, confidence }) => role !== '' && confidence < SURE)
  if (unsure.length > 0) return { sureness: 'asks', words: 'Some columns are a guess: look at the heads' }
  return { sureness: 'read', words: 'Read without open questions; the file has no balances to prove it by' }
}
