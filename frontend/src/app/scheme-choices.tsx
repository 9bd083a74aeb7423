import { t } from '@lingui/core/macro'
import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { AnchorAt } from '@/components/ui/anchor-at'
import type { Opened } from '@/components/ui/opener'
import { useOpenedAfter } from '@/lib/later'

const SCHEMES = [
  { value: 'light', label: t`Light`, icon: IconSun },
  { value: 'dark', label: t`Dark`, icon: IconMoon },
  { value: 'auto', label: t`As the system`, icon: IconDeviceDesktop },
] as const

export function SchemeChoices({ at, id, isOpen, onChange }: Opened) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu id={id} opened={useOpenedAfter(isOpen)} onChange={onChange} position="top-start" shadow="md">
      <Menu.Target>
        <AnchorAt at={at} />
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            aria-current={value === colorScheme || undefined}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
