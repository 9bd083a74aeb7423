import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BillRemark } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import classes from './recurring.module.css'

const FIRST = 5
const KINDS = { missed: t`Missed`, doubled: t`Charged twice`, price: t`Price` } as const

interface NoticedProps {
  remarks: readonly BillRemark[]
  onOpen: (id: number) => void
}

/** What did not come, came twice or came at another price in the last year, the newest first. */
export function Noticed({ remarks, onOpen }: NoticedProps) {
  const [isWhole, setWhole] = useState(false)
  if (remarks.length === 0) return null
  const shown = isWhole ? remarks : remarks.slice(0, FIRST)
  return (
    <div className={classes['noticed']}>
      <Section title={t`What stood out`} aside={<span className={classes['quiet']}>{remarks.length}</span>}>
        <ul className={classes['list']}>
          {shown.map((one, place) => (
            <li key={`${one.kind} ${one.series} ${one.date} ${place}`} className={classes['due']}>
              <span className={classes['names']}>
                <button type="button" className={classes['open']} aria-haspopup="dialog" onClick={() => onOpen(one.series)}>
                  {one.name}
                </button>
                <span className={classes['sub']}>
                  {KINDS[one.kind]} · {whenWords(one)}
                </span>
              </span>
              <Figures remark={one} />
            </li>
          ))}
        </ul>
        {remarks.length > FIRST ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t`Show the newest only` : t`Show all ${remarks.length}`}
          </Button>
        ) : null}
      </Section>
    </div>
  )
}

function whenWords({ kind, date }: BillRemark): string {
  const day = dayName(date, 'medium')
  return { missed: t`due ${day}, nothing came`, doubled: t`the second time on ${day}`, price: t`since ${day}` }[kind]
}

/** The amounts it is about; each opens the rows it is made of where there are any. */
function Figures({ remark }: { remark: BillRemark }) {
  const { kind, currency, facts, from, to } = remark
  const fact = (name: string) => facts.find((one) => one.name === name)
  const figure = (name: string, amount: string) => {
    const [known, money] = [fact(name), <Money key={name} amount={amount} currency={currency} sign="never" />]
    return known ? <FactFigure fact={known}>{money}</FactFigure> : money
  }
  if (kind === 'price') {
    return (
      <span className={classes['amounts']}>
        {figure('before', from)} → {figure('after', to)}
      </span>
    )
  }
  return kind === 'doubled' ? <span className={classes['amounts']}>{figure('doubled', fact('doubled')?.value ?? to)}</span> : <span className={classes['amounts']}>{figure('amount', to)}</span>
}
