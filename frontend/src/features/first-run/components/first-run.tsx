import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { meQuery } from '@/api/queries'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { demoQuery } from '../api/first-run'
import { STEPS, stepToGoOn, type Step } from '../lib/steps'
import { Basics } from './basics'
import { FirstLook } from './first-look'
import { FirstRows } from './first-rows'
import classes from './first-run.module.css'

const NAMES: Record<Step, string> = { basics: t`The basics`, rows: t`Your money`, look: t`First look` }
const TITLES: Record<Step, string> = {
  basics: t`What do you count in?`,
  rows: t`Bring your money in, or look around first`,
  look: t`What your money says`,
}

interface FirstRunProps {
  /** The step that the address names; without one it goes on where somebody left. */
  step: Step | null
  onStep: (step: Step) => void
  /** Takes bank statements in; another feature brings it. */
  importer: ReactNode
}

/** Three steps to the first insight. Each can be left out, left, and come back to. */
export function FirstRun({ step, onStep, importer }: FirstRunProps) {
  const me = useQuery(meQuery)
  const demo = useQuery(demoQuery)
  if (me.isError || demo.isError)
    return (
      <ErrorNote
        what={t`The start could not be loaded`}
        error={me.error ?? demo.error}
        onRetry={() => void Promise.all([me.refetch(), demo.refetch()])}
      />
    )
  if (!me.data || !demo.data) return <RowSkeletons rows={6} />
  const at = step ?? stepToGoOn(demo.data, me.data.base_currency)
  return (
    <div className={classes['tour']}>
      <Steps at={at} />
      <section className={classes['step']} aria-labelledby="start-step">
        <StepTitle key={at} at={at} wasAsked={step !== null} />
        {at === 'basics' ? <Basics me={me.data} onDone={() => onStep('rows')} /> : null}
        {at === 'rows' ? <FirstRows demo={demo.data} importer={importer} onDone={() => onStep('look')} /> : null}
        {at === 'look' ? <FirstLook demo={demo.data} onRows={() => onStep('rows')} /> : null}
      </section>
    </div>
  )
}

function Steps({ at }: { at: Step }) {
  return (
    <nav aria-label={t`Steps of the start`}>
      <ol className={classes['steps']}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <Link
              to="/start"
              search={{ step }}
              className={classes['mark']}
              aria-current={step === at ? 'step' : undefined}
              data-done={index < STEPS.indexOf(at) || undefined}
            >
              <span className={classes['number']} aria-hidden>
                {index + 1}
              </span>
              {NAMES[step]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The next step begins at its heading, for eyes and screen readers alike; the first one leaves the focus alone. */
function StepTitle({ at, wasAsked }: { at: Step; wasAsked: boolean }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wasAsked) title.current?.focus({ preventScroll: true })
  }, [wasAsked])
  return (
    <h2 id="start-step" ref={title} tabIndex={-1} className={classes['title']}>
      {TITLES[at]}
    </h2>
  )
}
