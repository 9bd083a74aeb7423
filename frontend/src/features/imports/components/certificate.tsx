import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportCertificate, StatementImport } from '@/api/types'
import { Hash } from '@/components/ui/hash'
import { Money } from '@/components/ui/money'
import { locale } from '@/lib/language'
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

const figures = new Intl.NumberFormat(locale())

/** The account given of an import: every line is somewhere, the balances meet, and what the book was before and after. */
export function Certificate({ run, certificate }: CertificateProps) {
  const [shown, setShown] = useState<RowsShown | null>(null)
  const show = (title: string, status: string): void => setShown({ title, status })
  return (
    <section className={classes['certificate']} aria-label={t`Certificate of ${run.file_name}`}>
      <div className={classes['title']}>
        <Text fw={600} size="sm" component="h3">
          <Trans>Certificate</Trans>
        </Text>
        <Text size="xs" c="dimmed">
          {since(certificate.committed_at)}
        </Text>
      </div>
      <dl className={classes['facts']}>
        <dt><Trans>Every line accounted for</Trans></dt>
        <dd>
          <Lines certificate={certificate} onShow={show} />
        </dd>
        {certificate.accounts.map((account, index) => (
          <AccountProof key={account.id ?? index} account={account} onShow={() => show(t`Lines of ${account.name}`, '')} />
        ))}
        <dt><Trans>The file</Trans></dt>
        <dd className={classes['hashes']}>
          <span><Trans>{sizeName(certificate.bytes)}, all of it read</Trans></span>
          <Hash label={t`SHA-256 of the file`} hash={certificate.sha256} />
        </dd>
        <dt><Trans>The ledger</Trans></dt>
        <dd className={classes['hashes']}>
          <Hash label={t`Ledger before`} hash={certificate.ledger_hash_before} />
          <span aria-hidden>→</span>
          <Hash label={t`Ledger after`} hash={certificate.ledger_hash_after} />
        </dd>
      </dl>
      {certificate.rejected.length > 0 ? (
        <div>
          <Text size="sm" fw={560} mb={4}>
            <Trans>Left out. Correct them in the file and drop it again, or add them by hand:</Trans>
          </Text>
          <Rejected problems={certificate.rejected} />
        </div>
      ) : null}
      {certificate.remarks.length > 0 ? (
        <div>
          <Text size="sm" fw={560} mb={4}>
            <Trans>Noticed while reading. Nothing is left out because of this:</Trans>
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
        <Proved formula={t`lines found in the file`} period="" onOpen={() => onShow(t`Lines of the file`, '')}>
          {figures.format(found)}
        </Proved>{' '}
        <Trans>found</Trans>
      </span>
      <span aria-hidden>=</span>
      <span>
        <Proved formula={t`lines that were booked`} period="" onOpen={() => onShow(t`Lines that were new`, 'new')}>
          {figures.format(fresh)}
        </Proved>{' '}
        <Trans>new</Trans>
      </span>
      <span aria-hidden>+</span>
      <span>
        <Proved formula={t`lines that were there already`} period="" onOpen={() => onShow(t`Lines already there`, 'duplicate')}>
          {figures.format(known)}
        </Proved>{' '}
        <Trans>already there</Trans>
      </span>
      <span aria-hidden>+</span>
      <span><Trans>{figures.format(rejected)} left out</Trans></span>
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
                <Trans><Money amount={opening} currency={currency} /> opening</Trans>
              </span>
              <span aria-hidden>+</span>
            </>
          )}
          <span>
            <Proved formula={t`sum of the lines of the file`} period="" onOpen={onShow}>
              <Money amount={account.sum} currency={currency} />
            </Proved>{' '}
            <Trans>sum</Trans>
          </span>
          {closing === null ? (
            <Text span size="sm" c="dimmed">
              <Trans>the file states no closing balance</Trans>
            </Text>
          ) : (
            <>
              {opening === null ? null : <span aria-hidden>=</span>}
              <span>
                <Trans><Money amount={closing} currency={currency} /> closing</Trans>
              </span>
            </>
          )}
          {account.agrees === null ? null : <Verdict agrees={account.agrees} />}
          {account.agrees === false && account.difference ? (
            <span>
              <Trans><Money amount={account.difference} currency={currency} /> apart</Trans>
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
      <IconCheck size={15} stroke={2.4} aria-hidden /> <Trans>fits</Trans>
    </span>
  ) : (
    <span className={classes['differs']}><Trans>does not fit</Trans></span>
  )
}
