/** Names for the shapes of the generated schema; the only place that spells the path into it. */

import type { components } from './schema.gen'

type Schemas = components['schemas']

export type Me = Schemas['Me']
export type Account = Schemas['Account']
export type AccountKind = Schemas['AccountKind']
export type Category = Schemas['Category']
export type CategoryKind = Schemas['CategoryKind']
export type Rule = Schemas['Rule']
export type Transaction = Schemas['Transaction']
export type TransactionRequest = Schemas['TransactionRequest']
export type TransactionPatch = Schemas['PatchedTransactionRequest']
export type Split = Schemas['Split']
export type SplitRequest = Schemas['SplitRequest']
export type Summary = Schemas['Summary']
export type StatementImport = Schemas['Import']
export type ImportLine = Schemas['ImportLine']
export type ImportProblem = Schemas['ImportError']
export type Report = Schemas['Report']
export type Fact = Schemas['Fact']
export type Evidence = Schemas['Evidence']
export type Job = Schemas['Job']
export type JobStatus = Schemas['JobStatus']

export interface Page<T> {
  results: T[]
  next?: string | null
  previous?: string | null
}
