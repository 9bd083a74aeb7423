import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Radio, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReportSchedule } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, Note, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { saveSchedule, scheduleQuery, type ScheduleChoice } from '../api/reports'

/** Which reports come without asking, and whether and with what by mail. */
export function ScheduleForm() {
  const schedule = useQuery(scheduleQuery)
  return (
    <Section title={t`Reports without asking`}>
      {schedule.isPending ? <RowSkeletons rows={4} /> : null}
      {schedule.isError ? (
        <ErrorNote
          what={t`Your schedule could not be loaded`}
          error={schedule.error}
          onRetry={() => void schedule.refetch()}
        />
      ) : null}
      {schedule.data ? <Fields schedule={schedule.data} /> : null}
    </Section>
  )
}

const CONTENTS = [
  { value: 'link', label: t`Only that it is there`, description: t`No figure leaves in the mail.` },
  { value: 'summary', label: t`Headline and key figures`, description: t`They can be read by whoever reads your mail.` },
  { value: 'pdf', label: t`The same, with the PDF`, description: t`The whole report is in your mailbox then.` },
] as const

function choiceOf({ monthly, quarterly, yearly, deliver_by_mail, mail_contents }: ReportSchedule): ScheduleChoice {
  return { monthly, quarterly, yearly, deliver_by_mail, mail_contents }
}

function Fields({ schedule }: { schedule: ReportSchedule }) {
  const client = useQueryClient()
  const form = useForm<ScheduleChoice>({ initialValues: choiceOf(schedule) })
  const save = useMutation({
    mutationFn: saveSchedule,
    onSuccess: (saved) => {
      client.setQueryData(scheduleQuery.queryKey, saved)
      form.resetDirty()
      say({ message: t`Your schedule was saved.` })
    },
  })
  const box = (name: 'monthly' | 'quarterly' | 'yearly' | 'deliver_by_mail') =>
    form.getInputProps(name, { type: 'checkbox' })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack maw={520}>
        <Text size="sm" c="dimmed">
          <Trans>On the first day after it, where you live, once an import under way has ended. Periods without transactions are
          left out.</Trans>
        </Text>
        <Checkbox label={t`Every month`} {...box('monthly')} />
        <Checkbox label={t`Every quarter`} {...box('quarterly')} />
        <Checkbox label={t`Every year`} {...box('yearly')} />
        {schedule.address ? (
          <>
            <Checkbox
              label={t`Send them to me by mail`}
              description={t`To ${schedule.address}, once for each report.`}
              {...box('deliver_by_mail')}
            />
            <Radio.Group label={t`What a mail holds`} {...form.getInputProps('mail_contents')}>
              <Stack gap="xs" mt="xs">
                {CONTENTS.map(({ value, label, description }) => (
                  <Radio key={value} value={value} label={label} description={description} />
                ))}
              </Stack>
            </Radio.Group>
          </>
        ) : (
          <Note>
            <Trans>Reports of a household are not mailed. They are read here.</Trans>
          </Note>
        )}
        {schedule.has_mail_server || !schedule.address ? null : (
          <Note>
            <Trans>This installation has no mail server yet: mails are kept as files where it keeps its data, and none arrives.</Trans>
          </Note>
        )}
        {save.error ? <ErrorNote what={t`Your schedule was not saved`} error={save.error} /> : null}
        <div>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  )
}
