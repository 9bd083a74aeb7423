import { plural, t } from '@lingui/core/macro'
import { Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Page } from '@/components/layouts/page'
import { entriesWith, type GlossaryEntry } from '@/lib/glossary'
import classes from './glossary.module.css'

/** Every term in plain words; an address that ends in #term goes to it. */
export function Glossary() {
  const [words, setWords] = useState('')
  const term = useLocation({ select: ({ hash }) => hash })
  const found = entriesWith(words)
  useEffect(() => {
    const at = term ? document.getElementById(term) : null
    at?.scrollIntoView({ block: 'center' })
    at?.focus({ preventScroll: true })
  }, [term])
  return (
    <Page title={t`Glossary`}>
      <TextInput
        label={t`Find a term`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        maw={420}
        mb="lg"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p role="status" className={classes['count']}>
        {found.length === 0 ? t`No term has these words.` : plural(found.length, { one: '# term', other: '# terms' })}
      </p>
      <dl className={classes['terms']}>
        {found.map((entry) => (
          <Entry key={entry.id} entry={entry} isAsked={entry.id === term} />
        ))}
      </dl>
    </Page>
  )
}

function Entry({ entry: { id, name, text }, isAsked }: { entry: GlossaryEntry; isAsked: boolean }) {
  return (
    <div id={id} tabIndex={-1} className={classes['entry']} data-asked={isAsked || undefined}>
      <dt>
        <Link to="/glossary" hash={id} className={classes['name']}>
          {name}
        </Link>
      </dt>
      <dd className={classes['text']}>
        <Text span>{text}</Text>
      </dd>
    </div>
  )
}
