import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconDownload, IconFileZip } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { exportsQuery, makeExport } from '../api/exports'
import classes from './data.module.css'
import { ExportRow } from './export-row'

/** The whole ledger as a file: asked for here, made in the background, fetched when it is ready. */
export function Exports() {
  const client = useQueryClient()
  const asked = useQuery(exportsQuery)
  const make = useMutation({
    mutationFn: makeExport,
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
  return (
    <Section title={t`Take everything with you`}>
      <Text size="sm" c="dimmed" mb="md" maw={620}>
        <Trans>The archive holds all you have here with your files, and hashes that prove it is whole. You can put it back below, here or on
        another server. The journals are for Beancount and hledger, with the same balances to the cent.</Trans>
      </Text>
      <div className={classes['actions']}>
        <Button
          leftSection={<IconFileZip size={16} />}
          loading={make.isPending && make.variables === 'zip'}
          onClick={() => make.mutate('zip')}
        >
          <Trans>Make the archive (ZIP)</Trans>
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={make.isPending && make.variables === 'beancount'}
          onClick={() => make.mutate('beancount')}
        >
          <Trans>Beancount journal</Trans>
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={make.isPending && make.variables === 'hledger'}
          onClick={() => make.mutate('hledger')}
        >
          <Trans>hledger journal</Trans>
        </Button>
      </div>
      {make.error ? <ErrorNote what={t`The file is not being made`} error={make.error} /> : null}
      {asked.isPending ? <RowSkeletons rows={1} height={72} /> : null}
      {asked.isError ? (
        <ErrorNote what={t`What was asked for could not be loaded`} error={asked.error} onRetry={() => void asked.refetch()} />
      ) : null}
      {asked.data && asked.data.length > 0 ? (
        <ul className={classes['list']} aria-label={t`Files asked for lately`}>
          {asked.data.map((job) => (
            <ExportRow key={job.id} job={job} />
          ))}
        </ul>
      ) : null}
    </Section>
  )
}
