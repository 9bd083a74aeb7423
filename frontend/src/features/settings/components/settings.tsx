import { t } from '@lingui/core/macro'
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import classes from './settings.module.css'

/** A part of the settings that another feature brings. */
export interface SettingsPart {
  value: string
  label: string
  panel: ReactNode
}

interface SettingsProps {
  /** The part that is open; the profile when there is none of this name. */
  part: string | undefined
  parts: readonly SettingsPart[]
  onPart: (part: string) => void
}

export function Settings({ part, parts, onPart }: SettingsProps) {
  const all: readonly SettingsPart[] = [
    {
      value: 'profile',
      label: t`Profile`,
      panel: (
        <>
          <ProfileForm />
          <PasswordForm />
        </>
      ),
    },
    ...parts,
  ]
  const open = all.some(({ value }) => value === part) ? part : 'profile'
  return (
    <Tabs value={open ?? 'profile'} keepMounted={false} onChange={(value) => value && onPart(value)}>
      <Tabs.List mb="lg">
        {all.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value} className={classes['tab'] ?? ''}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map(({ value, panel }) => (
        <Tabs.Panel key={value} value={value}>
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
