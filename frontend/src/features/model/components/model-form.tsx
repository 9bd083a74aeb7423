import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, PasswordInput, Radio, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import type { ModelSetting } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, Note } from '@/components/ui/notes'
import { changeModel, modelChanged, removeModel } from '../api/model'
import { LEVELS, NEVER, QUESTIONS_LEAVE, RUNGS, type PrivacyLevel } from '../lib/levels'
import classes from './model.module.css'

interface Draft {
  is_enabled: boolean
  reads_questions: boolean
  privacy_level: string
  base_url: string
  model: string
  api_key: string
}

export function ModelForm({ setting }: { setting: ModelSetting }) {
  const client = useQueryClient()
  const form = useForm<Draft>({
    initialValues: {
      is_enabled: setting.is_enabled,
      reads_questions: setting.reads_questions,
      privacy_level: String(setting.privacy_level || 1),
      base_url: setting.base_url,
      model: setting.model,
      api_key: '',
    },
  })
  const save = useMutation({
    mutationFn: ({ privacy_level, api_key, ...draft }: Draft) =>
      changeModel({ ...draft, reads_questions: draft.is_enabled && draft.reads_questions, privacy_level: Number(privacy_level) as PrivacyLevel, ...(api_key ? { api_key } : {}) }),
    onSuccess: (saved) => {
      modelChanged(client)
      say({ message: saved.is_enabled ? t`The next report is put into words by the model.` : t`Nothing leaves.` })
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const end = useMutation({
    mutationFn: removeModel,
    onSuccess: () => {
      modelChanged(client)
      say({ message: t`It is off, and the key is removed. What left stays in the list below.` })
    },
  })
  const isKept = setting.is_enabled || setting.has_key || setting.base_url !== ''
  return (
    <form className={classes['fields']} onSubmit={form.onSubmit((draft) => save.mutate(draft))}>
      <Switch label={t`Let a language model word my reports`} {...form.getInputProps('is_enabled', { type: 'checkbox' })} />
      <Switch
        label={t`Let it also read questions that are not understood here`}
        description={QUESTIONS_LEAVE}
        disabled={!form.values.is_enabled}
        {...form.getInputProps('reads_questions', { type: 'checkbox' })}
      />
      {setting.is_enabled && setting.is_resting ? (
        <Note><Trans>The endpoint failed several times and is left alone for a while. Reports come in the usual words meanwhile.</Trans></Note>
      ) : null}
      <Radio.Group label={t`What may leave`} {...form.getInputProps('privacy_level')}>
        <div className={classes['levels']}>
          {LEVELS.map(({ level, title, leaves }) => (
            <Radio key={level} value={String(level)} label={title} description={leaves} />
          ))}
        </div>
      </Radio.Group>
      <Text size="sm">{NEVER}</Text>
      <Text size="sm" c="dimmed">
        {setting.server_host
          ? t`This server has a model set: ${setting.server_model} at ${setting.server_host}. Leave the next fields empty to use it.`
          : t`This server has no model set. Name an OpenAI-compatible endpoint of your own.`}
      </Text>
      <TextInput label={t`Address of your own endpoint`} placeholder="https://llm.example.org/v1" {...form.getInputProps('base_url')} />
      <TextInput label={t`Model there`} {...form.getInputProps('model')} />
      <PasswordInput
        label={t`Key`}
        autoComplete="off"
        description={setting.has_key ? t`A key is kept, encrypted. Type another one to replace it.` : t`Kept encrypted, and never shown again.`}
        {...form.getInputProps('api_key')}
      />
      {setting.rung ? (
        <Text size="sm" c="dimmed">
          <Trans>This endpoint {RUNGS[setting.rung] ?? t`has been asked`}.</Trans>
        </Text>
      ) : null}
      {save.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`It was not saved`} error={save.error} /> : null}
      {end.error ? <ErrorNote what={t`It was not ended`} error={end.error} /> : null}
      <Group>
        <Button type="submit" loading={save.isPending}>
          <Trans>Save</Trans>
        </Button>
        {isKept ? (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            <Trans>End it and remove the key</Trans>
          </Button>
        ) : null}
      </Group>
    </form>
  )
}
