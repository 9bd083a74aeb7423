import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportCertificate, StatementImport } from '@/api/types'
import { Hash } from '@/components/ui/hash'
import { Money } from '@/components/ui/money'
import { since } from '@/lib/since'
import { sizeName } from '@/lib/file-words'
import classes from './certificate.module.css'
import { Proved } from './proved'
import { Rejected } from './problem-list'
import { RowsDrawer, type RowsShown } from './rows-drawer'

interface CertificateProps {
  run: StatementImport
  certificate: ImportCertificate
}

const figures = new Intl.NumberFormat()

/** The account given of an import: every line is somewhere, the balances meet, and what the book was before and after. */
export function Certificate({ run, certificate }: CertificateProps) {
  const [shown, setShown] = useState<RowsShown | null>(null)
  const show = (title: string, status: string): void => setShown({ title, status })
  return (
    <section className={classes['certificate']} aria-label={`Certificate of ${run.file_name}`}>
      <div className={classes['title']}>
        <Text fw={600} size="sm" component="h3">
          Certificate
        </Text>
        <Text size="xs" c="dimmed">
          {since(certificate.committed_at)}
        </Text>
      </div>
      <dl className={classes['facts']}>
        <dt>Every line accounted for</dt>
        <dd>
          <Lines certificate={certificate} onShow={show} />
        </dd>
        {certificate.accounts.map((account, index) => (
          <AccountProof key={account.id ?? index} account={account} onShow={() => show(`Lines of ${account.name}`, '')} />
        ))}
        <dt>The file</dt>
        <dd className={classes['hashes']}>
          <span>{sizeName(certificate.bytes)}, all of it read</span>
          <Hash label="SHA-256 of the file" hash={certificate.sha256} />
        </dd>
        <dt>The ledger</dt>
        <dd className={classes['hashes']}>
          <Hash label="Ledger before" hash={certificate.ledger_hash_before} />
          <span aria-hidden>→</span>
          <Hash label="Ledger after" hash={certificate.ledger_hash_after} />
        </dd>
      </dl>
      {certificate.rejected.length > 0 ? (
        <div>
          <Text size="sm" fw={560} mb={4}>
            Left out. Correct them in the file and drop it again, or add them by hand:
          </Text>
          <Rejected problems={certificate.rejected} />
        </div>
      ) : null}
      {certificate.remarks.length > 0 ? (
        <div>
          <Text size="sm" fw={560} mb={4}>
            Noticed while reading. Nothing is left out because of this:
          </Text>
          <Rejected problems={certificate.remarks} />
        </div>
      ) : null}
      <RowsDrawer run={run} shown={shown} onClose={() => setShown(null)} />
    </section>
  )
}

interface LinesProps {
  certificate: ImportCertificate
  onShow: (title: string, status: string) => void
}

function Lines({ certificate, onShow }: LinesProps) {
  const { lines_found: found, lines_new: fresh, lines_duplicate: known, lines_rejected: rejected } = certificate
  const meets = found === fresh + known + rejected
  return (
    <span className={classes['sum']}>
      <span>
        <Proved formula="lines found in the file" period="" onOpen={() => onShow('Lines of the file', '')}>
          {figures.format(found)}
        </Proved>{' '}
        found
      </span>
      <span aria-hidden>=</span>
      <span>
        <Proved formula="lines that were booked" period="" onOpen={() => onShow('Lines that were new', 'new')}>
          {figures.format(fresh)}
        </Proved>{' '}
        new
      </span>
      <span aria-hidden>+</span>
      <span>
        <Proved formula="lines that were there already" period="" onOpen={() => onShow('Lines already there', 'duplicate')}>
          {figures.format(known)}
        </Proved>{' '}
        already there
      </span>
      <span aria-hidden>+</span>
      <span>{figures.format(rejected)} left out</span>
      <Verdict agrees={meets} />
    </span>
  )
}

interface AccountProofProps {
  account: ImportCertificate['accounts'][number]
  onShow: () => void
}

function AccountProof({ account, onShow }: AccountProofProps) {
  const { opening_balance: opening, closing_balance: closing, currency } = account
  return (
    <>
      <dt>{account.name}</dt>
      <dd>
        <span className={classes['sum']}>
          {opening === null ? null : (
            <>
              <span>
                <Money amount={opening} currency={currency} /> opening
              </span>
              <span aria-hidden>+</span>
            </>
          )}
          <span>
            <Proved formula="sum of the lines of the file" period="" onOpen={onShow}>
              <Money amount={account.sum} currency={currency} />
            </Proved>{' '}
            sum
          </span>
          {closing === null ? (
            <Text span size="sm" c="dimmed">
              the file states no closing balance
            </Text>
          ) : (
            <>
              {opening === null ? null : <span aria-hidden>=</span>}
              <span>
                <Money amount={closing} currency={currency} /> closing
              </span>
            </>
          )}
          {account.agrees === null ? null : <Verdict agrees={account.agrees} />}
          {account.agrees === false && account.difference ? (
            <span>
              <Money amount={account.difference} currency={currency} /> apart
            </span>
          ) : null}
        </span>
      </dd>
    </>
  )
}

function Verdict({ agrees }: { agrees: boolean }) {
  return agrees ? (
    <span className={classes['agrees']}>
      <IconCheck size={15} stroke={2.4} aria-hidden /> fits
    </span>
  ) : (
    <span className={classes['differs']}>does not fit</span>
  )
}
