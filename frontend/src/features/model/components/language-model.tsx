import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { modelQuery } from '../api/model'
import { Ledger } from './ledger'
import { ModelForm } from './model-form'
import { Preview } from './preview'

/** The optional language model: off by default, and nothing of it hidden. */
export function LanguageModel() {
  const setting = useQuery(modelQuery)
  if (setting.isPending) return <RowSkeletons rows={6} />
  if (setting.isError) {
    return <ErrorNote what={t`The setting could not be loaded`} error={setting.error} onRetry={() => void setting.refetch()} />
  }
  return (
    <Stack gap={40}>
      <Section title={t`Language model`}>
        <Text size="sm" c="dimmed" mb="sm" maw={640}>
          <Trans>A language model can put some sections of your reports into friendlier words. It never computes: every figure is filled in
          from your rows, and a sentence that states one of its own is thrown away. Your reports are complete without it.</Trans>
        </Text>
        {setting.data.is_allowed ? null : <Note><Trans>The operator of this server lets nothing leave, whatever is set here.</Trans></Note>}
        {/* A form that begins anew when somebody else changed the setting. */}
        <ModelForm key={JSON.stringify(setting.data)} setting={setting.data} />
      </Section>
      <Preview level={setting.data.privacy_level} />
      <Ledger usage={setting.data.month} />
    </Stack>
  )
}
