/** What a job is doing, as its worker says it in English. */

import { t } from '@lingui/core/macro'
import { locale } from './language'
import { humanised } from './words'

const STAGES: Readonly<Record<string, string>> = {
  'asking the rules': t`Asking the rules`,
  'booking the lines': t`Booking the lines`,
  'comparing with the archive': t`Comparing with the archive`,
  'Filing': t`Filing`,
  'looking at rows': t`Looking at rows`,
  'looking for duplicates': t`Looking for duplicates`,
  'naming payees and categories': t`Naming payees and categories`,
  'putting rows back': t`Putting rows back`,
  'putting the file down': t`Putting the file down`,
  'Putting it into words': t`Putting it into words`,
  'reading the archive': t`Reading the archive`,
  'reading the file': t`Reading the file`,
  'reading the ledger': t`Reading the ledger`,
  'Reading your transactions': t`Reading your transactions`,
  'ready': t`Ready`,
  'Sending the mail': t`Sending the mail`,
  'Setting the PDF': t`Setting the PDF`,
  'taking the demo household away': t`Taking the demo household away`,
  'Working out the figures': t`Working out the figures`,
  'writing the file': t`Writing the file`,
  'Writing the report': t`Writing the report`,
  'writing the preview': t`Writing the preview`,
  'analyse': t`Analysing`,
  'rollups': t`Adding up`,
  'rules': t`Asking the rules`,
  'report_facts': t`Checking the figures of reports`,
  'changing rows': t`Changing rows`,
  'taking rows back': t`Taking rows back`,
}

/** Long work says how many rows of how many. */
const COUNTED = /^(?<words>.+), (?<done>[\d,]+) of (?<whole>[\d,]+) rows$/u

/** One that names an account has no words of its own: it stands as the worker wrote it. */
export function stageName(stage: string): string {
  const { words, done, whole } = COUNTED.exec(stage)?.groups ?? {}
  if (!words || !done || !whole) return STAGES[stage] ?? humanised(stage)
  return t`${stageName(words)}, ${numberName(done)} of ${numberName(whole)} rows`
}

function numberName(text: string): string {
  return new Intl.NumberFormat(locale()).format(Number(text.replaceAll(',', '')))
}
