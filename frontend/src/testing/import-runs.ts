/** Imports as the server answers them, for the states that a small household does not come by. */

import type { DuplicateReview, ImportColumn, ImportRow, StatementImport } from '@/api/types'

function row(line: number, day: string, amount: string, counterparty: string, description: string, part: Partial<ImportRow> = {}): ImportRow {
  return {
    line,
    booking_date: day,
    value_date: null,
    amount,
    currency: 'EUR',
    counterparty,
    description,
    balance: null,
    status: 'new',
    reason: '',
    match: null,
    is_duplicate: false,
    ...part,
  }
}

function column(index: number, name: string, role: string, confidence: number, reason: string, samples: string[]): ImportColumn {
  return { table: 0, index, name, role, confidence, reason, samples }
}

const MATCHED = { transaction: 7, booking_date: '2025-03-06', amount: '-41.90', counterparty: 'Lindenmarkt', description: 'Karte 88' }

/** A German table: day or month first is open, one column is a guess, one line is there already and one perhaps. */
export const askingRun: StatementImport = {
  id: 31,
  status: 'previewed',
  file_name: 'umsaetze.csv',
  file_bytes: 4213,
  format: 'csv',
  encoding: 'cp1252',
  source_key: 'csv:1f',
  accounts: [
    {
      id: null,
      name: 'Girokonto',
      kind: 'checking',
      external_ref: 'DE02 1203 0000 0000 2020 51',
      currency: 'EUR',
      lines_new: 4,
      lines_duplicate: 1,
      opening_balance: '1204.00',
      closing_balance: '2988.01',
      sum: '1784.01',
      first_date: '2025-03-02',
      last_date: '2025-03-11',
      balance_check: 'agrees',
      balance_difference: '0.00',
      reason: '',
      candidates: [],
    },
  ],
  account_candidates: [],
  lines_found: 6,
  lines_new: 4,
  lines_duplicate: 1,
  lines_rejected: 1,
  lines_review: 1,
  errors: [{ line: 13, field: 'amount', message: "'12,3x' is not an amount. Correct it in the file, or add the transaction by hand." }],
  understood: {
    encoding: 'Windows-1252',
    delimiter: 'semicolon',
    header: 'line 7',
    'date order': 'day first',
    'decimal mark': 'comma',
    'sign convention': 'two columns, one for what left and one for what came',
    currency: 'EUR',
    columns: 'shown as heads',
  },
  columns: [
    column(0, 'Buchungstag', 'booking_date', 0.98, 'named so, and its cells are dates', ['02.03.2025', '04.03.2025', '06.03.2025']),
    column(1, 'Empfänger', 'counterparty', 0.95, 'named so', ['Lindenhof Wohnen', 'Hafen Reederei GmbH', 'Lindenmarkt']),
    column(2, 'Verwendungszweck', 'description', 0.97, 'named so', ['Miete März', 'Gehalt Februar', 'Karte 88']),
    column(3, 'Soll', 'debit', 0.93, 'named so, and filled where the next column is empty', ['980,00', '41,90', '3,20']),
    column(4, 'Haben', 'credit', 0.93, 'named so', ['2.850,00']),
    column(5, 'Kennz.', '', 0, '', ['A', 'B', 'A']),
    column(6, '', 'balance', 0.6, 'its cells look like a running balance, but two do not fit', ['224,00', '3.074,00', '3.032,10']),
  ],
  questions: [
    {
      code: 'date_order',
      message: 'Is 02.03.2025 the 2nd of March or the 3rd of February?',
      options: [
        { value: 'DMY', label: 'Day first: 2 March 2025' },
        { value: 'MDY', label: 'Month first: 3 February 2025' },
      ],
      assumed: 'DMY',
    },
  ],
  overrides: {},
  profile_used: false,
  preview: [
    row(8, '2025-03-02', '-980.00', 'Lindenhof Wohnen', 'Miete März'),
    row(9, '2025-03-04', '2850.00', 'Hafen Reederei GmbH', 'Gehalt Februar'),
    row(10, '2025-03-06', '-41.90', 'Lindenmarkt', 'Karte 88', {
      status: 'duplicate',
      is_duplicate: true,
      reason: 'The same day, amount and text are there.',
      match: MATCHED,
    }),
    row(11, '2025-03-07', '-3.20', 'Eckcafé', 'Kartenzahlung'),
    row(12, '2025-03-11', '-40.89', 'Lindenmarkt Nord', 'Karte 88 Filiale', {
      status: 'review',
      reason: 'The same amount five days apart, under another name.',
      match: { ...MATCHED, transaction: 8, booking_date: '2025-03-10', amount: '-40.89', counterparty: 'LM Handels GmbH' },
    }),
  ],
  duplicates: [],
  first_date: '2025-03-02',
  last_date: '2025-03-11',
  sums: [{ currency: 'EUR', sum: '1784.01', count: 5 }],
  certificate: null,
  job: null,
  created_at: '2025-10-02T09:00:00Z',
  finished_at: '2025-10-02T09:00:01Z',
}
askingRun.duplicates = askingRun.preview.filter(({ status }) => status !== 'new')

/** The same file after the answer "day first". */
export const answeredRun: StatementImport = { ...askingRun, questions: [], overrides: { date_order: 'DMY' } }

/** The same file, booked. */
export const bookedRun: StatementImport = {
  ...answeredRun,
  status: 'committed',
  accounts: askingRun.accounts.map((account) => ({ ...account, id: 3 })),
  certificate: {
    bytes: 4213,
    sha256: '3fa9c2d17be0447c1a9d3fb2c07715ee6a9d3e9a1d2f4b6c8e0a2c4e6f8a81d0',
    lines_found: 6,
    lines_new: 4,
    lines_duplicate: 1,
    lines_rejected: 1,
    accounts: [
      {
        id: 3,
        name: 'Girokonto',
        currency: 'EUR',
        opening_balance: '1204.00',
        sum: '1784.01',
        closing_balance: '2988.01',
        difference: '0.00',
        agrees: true,
      },
    ],
    duplicates: [{ line: 10, reason: 'The same day, amount and text are there.', match: MATCHED }],
    rejected: askingRun.errors,
    remarks: [],
    ledger_hash_before: '9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de',
    ledger_hash_after: 'c51ce410c124a10e0db5e4b97fc2af39c51ce410c124a10e0db5e4b97fc2af39',
    committed_at: '2025-10-02T09:01:00Z',
  },
}

export const openReview: DuplicateReview = {
  id: 5,
  import: 31,
  account: 3,
  account_name: 'Girokonto',
  created_at: '2025-10-02T09:01:00Z',
  reason: 'The same amount one day apart, under another name.',
  confidence: 0.55,
  status: 'open',
  new: {
    transaction: 44,
    line: 12,
    file_name: 'umsaetze.csv',
    external_id: '',
    is_pending: false,
    booking_date: '2025-03-11',
    value_date: null,
    amount: '-40.89',
    currency: 'EUR',
    counterparty: 'Lindenmarkt Nord',
    description: 'Karte 88 Filiale',
  },
  existing: {
    transaction: 8,
    line: null,
    file_name: '',
    external_id: '',
    is_pending: false,
    booking_date: '2025-03-10',
    value_date: null,
    amount: '-40.89',
    currency: 'EUR',
    counterparty: 'LM Handels GmbH',
    description: 'Karte 88',
  },
}
