import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconArchive, IconArrowsLeftRight, IconArrowsUpDown, IconCalendar, IconChartBar, IconChartLine, IconCoins, IconEye, IconFlag, IconHeartbeat, IconKeyboard, IconListCheck, IconLogout, IconMessageChatbot, IconMessageQuestion, IconMoon, IconPlus, IconRepeat, IconSearch, IconSun, IconTags, IconTargetArrow, IconTransform, IconUsers, IconWand } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { signOut } from '@/features/auth/api/sign-in'
import { REACHED } from './navigation'
import { useShellActions } from './shell-actions'

const ICON = { size: 18, stroke: 1.6 }

export function CommandPalette({ onShowKeys }: { onShowKeys: () => void }) {
  const [query, setQuery] = useState('')
  const groups = useCommands(query, onShowKeys)
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      highlightQuery
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      nothingFound="No command has these words"
      searchProps={{ leftSection: <IconSearch {...ICON} />, placeholder: 'Go to, do, or search your transactions', 'aria-label': 'Search and commands' }}
    />
  )
}

function useCommands(query: string, onShowKeys: () => void): SpotlightActionGroupData[] {
  const navigate = useNavigate()
  const { openJobs } = useShellActions()
  const { setColorScheme } = useMantineColorScheme()
  const words = query.trim()
  return [
    ...(words
      ? [
          {
            group: 'Transactions',
            actions: [
              {
                id: 'search',
                label: `Search transactions for “${words}”`,
                keywords: [words],
                leftSection: <IconSearch {...ICON} />,
                onClick: () => void navigate({ to: '/transactions', search: { q: words, period: 'all' } }),
              },
            ],
          },
        ]
      : []),
    {
      group: 'Go to',
      actions: REACHED.map(({ to, label, icon: Icon, key }) => ({
        id: to,
        label,
        description: `g ${key}`,
        leftSection: <Icon {...ICON} />,
        onClick: () => void navigate({ to }),
      })),
    },
    {
      group: 'Look ahead',
      actions: [
        { id: 'budgets', label: 'Budgets', keywords: ['plan', 'envelopes', 'spend', 'left', 'categories'], leftSection: <IconChartBar {...ICON} />, onClick: () => void navigate({ to: '/plan/budgets' }) },
        { id: 'recurring', label: 'Recurring payments', keywords: ['bills', 'subscriptions', 'income', 'series'], leftSection: <IconRepeat {...ICON} />, onClick: () => void navigate({ to: '/plan/recurring' }) },
        { id: 'calendar', label: 'Calendar of payments', keywords: ['bills', 'upcoming', 'due'], leftSection: <IconCalendar {...ICON} />, onClick: () => void navigate({ to: '/plan/recurring', search: { view: 'calendar' } }) },
        { id: 'forecast', label: 'Forecast', keywords: ['cash', 'balance', 'future'], leftSection: <IconChartLine {...ICON} />, onClick: () => void navigate({ to: '/plan/forecast' }) },
        { id: 'insights', label: 'Worth a look', keywords: ['alerts', 'insights', 'duplicates', 'fees'], leftSection: <IconEye {...ICON} />, onClick: () => void navigate({ to: '/advice/insights' }) },
        { id: 'health', label: 'Financial health', keywords: ['score', 'buffer', 'savings rate'], leftSection: <IconHeartbeat {...ICON} />, onClick: () => void navigate({ to: '/advice/health' }) },
        { id: 'changes', label: 'Why it changed', keywords: ['more', 'less', 'than usual', 'difference'], leftSection: <IconArrowsUpDown {...ICON} />, onClick: () => void navigate({ to: '/advice/changes' }) },
        { id: 'scores', label: 'How good are we?', keywords: ['accuracy', 'measured'], leftSection: <IconTargetArrow {...ICON} />, onClick: () => void navigate({ to: '/advice/scores' }) },
      ],
    },
    {
      group: 'Do',
      actions: [
        { id: 'add', label: 'Add a transaction', leftSection: <IconPlus {...ICON} />, onClick: () => void navigate({ to: '/transactions', search: { add: 'yes' } }) },
        { id: 'start', label: 'Guided start', keywords: ['first', 'tour', 'welcome', 'demo', 'begin'], leftSection: <IconFlag {...ICON} />, onClick: () => void navigate({ to: '/start' }) },
        { id: 'review', label: 'Review categories', keywords: ['uncategorised', 'suggested'], leftSection: <IconListCheck {...ICON} />, onClick: () => void navigate({ to: '/review' }) },
        { id: 'transfers', label: 'Review transfers', keywords: ['between accounts', 'proposed'], leftSection: <IconArrowsLeftRight {...ICON} />, onClick: () => void navigate({ to: '/review', search: { part: 'transfers' } }) },
        { id: 'rules', label: 'Rules', leftSection: <IconWand {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'rules' } }) },
        { id: 'categories', label: 'Categories', leftSection: <IconTags {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'categories' } }) },
        { id: 'payees', label: 'Payees', leftSection: <IconUsers {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'payees' } }) },
        { id: 'rates', label: 'Exchange rates', keywords: ['currencies'], leftSection: <IconCoins {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'currencies' } }) },
        { id: 'model', label: 'Language model: what leaves this server', keywords: ['privacy', 'egress', 'ai'], leftSection: <IconMessageChatbot {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'model' } }) },
        { id: 'data', label: 'Your data: export, restore, delete', keywords: ['download', 'archive', 'backup'], leftSection: <IconArchive {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'data' } }) },
        { id: 'jobs', label: 'Show the jobs', leftSection: <IconTransform {...ICON} />, onClick: openJobs },
        { id: 'light', label: 'Light', keywords: ['theme', 'scheme'], leftSection: <IconSun {...ICON} />, onClick: () => setColorScheme('light') },
        { id: 'dark', label: 'Dark', keywords: ['theme', 'scheme'], leftSection: <IconMoon {...ICON} />, onClick: () => setColorScheme('dark') },
        { id: 'keys', label: 'Show the keys', leftSection: <IconKeyboard {...ICON} />, onClick: onShowKeys },
        { id: 'sign-out', label: 'Sign out', leftSection: <IconLogout {...ICON} />, onClick: () => void signOut().catch(() => undefined) },
      ],
    },
    ...(words
      ? [
          {
            group: 'Ask',
            actions: [
              {
                id: 'ask',
                label: `Ask your money: “${words}”`,
                keywords: [words],
                leftSection: <IconMessageQuestion {...ICON} />,
                onClick: () => void navigate({ to: '/ask', search: { q: words } }),
              },
            ],
          },
        ]
      : []),
  ]
}
