import { Tabs } from '@mantine/core'
import { AccountSettings } from './account-settings'
import { CategorySettings } from './category-settings'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import { RuleSettings } from './rule-settings'

export function Settings() {
  return (
    <Tabs defaultValue="profile" keepMounted={false}>
      <Tabs.List mb="lg">
        <Tabs.Tab value="profile">Profile</Tabs.Tab>
        <Tabs.Tab value="accounts">Accounts</Tabs.Tab>
        <Tabs.Tab value="categories">Categories</Tabs.Tab>
        <Tabs.Tab value="rules">Rules</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="profile">
        <ProfileForm />
        <PasswordForm />
      </Tabs.Panel>
      <Tabs.Panel value="accounts">
        <AccountSettings />
      </Tabs.Panel>
      <Tabs.Panel value="categories">
        <CategorySettings />
      </Tabs.Panel>
      <Tabs.Panel value="rules">
        <RuleSettings />
      </Tabs.Panel>
    </Tabs>
  )
}
