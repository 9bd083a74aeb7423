import { t } from '@lingui/core/macro'
import { ActionIcon } from '@mantine/core'
import { IconPinnedOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Pin } from '@/api/types'
import { Section } from '@/components/ui/section'
import { formatFact } from '@/lib/fact-value'
import { pinsQuery, usePinning } from '../api/ask'
import { factsById, leadingFact } from '../lib/answer'
import { AskedFigure } from './sentences'
import classes from './pins.module.css'

/** The answers that were pinned, from the rows as they are now; nothing where there are none. */
export function Pins() {
  const pins = useQuery(pinsQuery)
  const { unpin } = usePinning()
  if (!pins.data || pins.data.length === 0) return null
  return (
    <Section title={t`Pinned answers`}>
      <ul className={classes['tiles']}>
        {pins.data.map((pin) => (
          <PinTile key={pin.id} pin={pin} onUnpin={() => unpin(pin)} />
        ))}
      </ul>
    </Section>
  )
}

function PinTile({ pin: { question, answer }, onUnpin }: { pin: Pin; onUnpin: () => void }) {
  const fact = leadingFact(answer)
  return (
    <li className={classes['tile']}>
      <div className={classes['head']}>
        <Link to="/ask" search={{ q: question } as never} className={classes['question']}>
          {question}
        </Link>
        <ActionIcon variant="subtle" size={32} aria-label={t`Unpin: ${question}`} onClick={onUnpin}>
          <IconPinnedOff size={16} aria-hidden />
        </ActionIcon>
      </div>
      {answer.answered && fact ? (
        <span className={classes['value']}>
          <AskedFigure id={fact.id} facts={factsById(answer)}>
            {formatFact(fact.value, fact.unit)}
          </AskedFigure>
        </span>
      ) : null}
      <span className={classes['detail']} lang={answer.language}>
        {answer.answered ? answer.sentences.map(({ text }) => text).join(' ') : answer.message}
      </span>
    </li>
  )
}
