import { Button, FileButton, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RatesImported } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { count } from '@/lib/words'
import { importRates, ratesChanged } from '../api/rates'
import classes from './rates.module.css'

const SHOWN = 20

/** Many rates at once; the same file again changes nothing. */
export function ImportRates() {
  const client = useQueryClient()
  const read = useMutation({ mutationFn: importRates, onSuccess: () => ratesChanged(client) })
  return (
    <Section title="From a file">
      <Text size="sm" c="dimmed" mb="sm" maw={620}>
        A CSV with the columns date, base, quote and rate, or a file of the European Central Bank as it is published (eurofxref, as CSV,
        ZIP or XML).
      </Text>
      <FileButton accept=".csv,.zip,.xml,text/csv" onChange={(file) => file && read.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={16} />} loading={read.isPending}>
            Choose a file
          </Button>
        )}
      </FileButton>
      {read.error ? <ErrorNote what={`${read.variables.name} was not read`} error={read.error} /> : null}
      {read.data ? <Done done={read.data} name={read.variables.name} /> : null}
    </Section>
  )
}

function Done({ done, name }: { done: RatesImported; name: string }) {
  const { added, changed, same, line_errors: errors } = done
  return (
    <div role="status" className={classes['done']}>
      <Text size="sm">
        {name}: {count(added, 'new rate')}, {changed} changed, {same} there already.
      </Text>
      {errors.length > 0 ? (
        <>
          <Text size="sm" mt="xs">
            {count(errors.length, 'line')} could not be read:
          </Text>
          <ul>
            {errors.slice(0, SHOWN).map(({ line, message }, index) => (
              <li key={index}>
                {line === null ? '' : `Line ${line}: `}
                {message}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
