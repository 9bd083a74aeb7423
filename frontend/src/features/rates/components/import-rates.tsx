import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, FileButton, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RatesImported } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { importRates, ratesChanged } from '../api/rates'
import classes from './rates.module.css'

const SHOWN = 20

/** Many rates at once; the same file again changes nothing. */
export function ImportRates() {
  const client = useQueryClient()
  const read = useMutation({ mutationFn: importRates, onSuccess: () => ratesChanged(client) })
  return (
    <Section title={t`From a file`}>
      <Text size="sm" c="dimmed" mb="sm" maw={620}>
        <Trans>A CSV with the columns date, base, quote and rate, or a file of the European Central Bank as it is published (eurofxref, as CSV,
        ZIP or XML).</Trans>
      </Text>
      <FileButton accept=".csv,.zip,.xml,text/csv" onChange={(file) => file && read.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={16} />} loading={read.isPending}>
            <Trans>Choose a file</Trans>
          </Button>
        )}
      </FileButton>
      {read.error ? <ErrorNote what={t`${read.variables.name} was not read`} error={read.error} /> : null}
      {read.data ? <Done done={read.data} name={read.variables.name} /> : null}
    </Section>
  )
}

function Done({ done, name }: { done: RatesImported; name: string }) {
  const { added, changed, same, line_errors: errors } = done
  return (
    <div role="status" className={classes['done']}>
      <Text size="sm">
        <Trans>{name}: {plural(added, { one: '# new rate', other: '# new rates' })}, {changed} changed, {same} there already.</Trans>
      </Text>
      {errors.length > 0 ? (
        <>
          <Text size="sm" mt="xs">
            <Trans>{plural(errors.length, { one: '# line', other: '# lines' })} could not be read:</Trans>
          </Text>
          <ul>
            {errors.slice(0, SHOWN).map(({ line, message }, index) => (
              <li key={index}>
                {line === null ? message : t`Line ${line}: ${message}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
