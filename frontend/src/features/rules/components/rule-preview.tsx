import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { previewQuery } from '../api/rules'
import { plainError } from '../lib/plain-error'
import type { ActionJson, ConditionJson } from '../lib/rule-json'
import { SampleList } from './sample-list'

const TYPING_MS = 350
/** Changes every row, so that all that match are listed while it is not said yet what is to be done with them. */
const LOOK_ONLY: readonly ActionJson[] = [{ type: 'append_note', note: 'match' }]

interface RulePreviewProps {
  condition: ConditionJson | null
  actions: readonly ActionJson[] | null
}

/** What the rule finds and would change, while it is written. */
export function RulePreview({ condition, actions }: RulePreviewProps) {
  const [text] = useDebouncedValue(JSON.stringify([condition, actions]), TYPING_MS)
  const [asked, does] = JSON.parse(text) as [ConditionJson | null, ActionJson[] | null]
  const preview = useQuery({ ...previewQuery(asked ?? {}, does ?? LOOK_ONLY), enabled: asked !== null })
  // Where nothing would change, people still want to see which rows are meant.
  const isQuiet = does !== null && preview.data?.sample.length === 0 && preview.data.matches > 0
  const rows = useQuery({ ...previewQuery(asked ?? {}, LOOK_ONLY), enabled: asked !== null && isQuiet })
  return (
    <Section title={t`What it finds now`}>
      <div aria-live="polite">
        {asked === null ? <Text c="dimmed"><Trans>Say what to look for, and the rows it finds stand here.</Trans></Text> : null}
        {asked !== null && preview.isPending ? <RowSkeletons rows={4} height={32} /> : null}
        {asked !== null && preview.isError ? <ErrorNote what={t`This does not work yet`} error={plainError(preview.error)} /> : null}
        {asked !== null && preview.data && !preview.isError ? (
          <>
            <Text mb="xs">
              {does === null ? (
                <Trans>
                  <strong>{plural(preview.data.matches, { one: '# transaction', other: '# transactions' })}</strong> found. Say what to
                  do with them.
                </Trans>
              ) : (
                <Trans>
                  <strong>{plural(preview.data.matches, { one: '# transaction', other: '# transactions' })}</strong> found
                </Trans>
              )}
            </Text>
            {isQuiet ? <Text mb="xs"><Trans>None of them would change: they have this already, or you chose otherwise by hand.</Trans></Text> : null}
            <SampleList sample={isQuiet ? (rows.data?.sample ?? []) : preview.data.sample} hasChanges={does !== null && !isQuiet} />
          </>
        ) : null}
      </div>
    </Section>
  )
}
