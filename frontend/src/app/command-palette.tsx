import { t } from '@lingui/core/macro'
import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconArchive, IconArrowsLeftRight, IconArrowsUpDown, IconCalendar, IconChartBar, IconChartLine, IconCoins, IconEye, IconFlag, IconHeartbeat, IconKeyboard, IconListCheck, IconLogout, IconMessageChatbot, IconMessageQuestion, IconMoon, IconPlus, IconRepeat, IconSearch, IconServer, IconSun, IconTags, IconTargetArrow, IconTransform, IconUsers, IconVocabulary, IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { meQuery } from '@/api/queries'
import { signOut } from '@/features/auth/api/sign-in'
import { REACHED } from './navigation'
import { useShellActions } from './shell-actions'

const ICON = { size: 18, stroke: 1.6 }

interface CommandPaletteProps {
  /** Opens whenever this grows. */
  searches: number
  onShowKeys: () => void
}

export function CommandPalette({ searches, onShowKeys }: CommandPaletteProps) {
  const [query, setQuery] = useState('')
  const groups = useCommands(query, onShowKeys)
  useEffect(() => {
    if (searches > 0) spotlight.open()
  }, [searches])
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': t`Search and commands` } }}
      nothingFound={t`No command has these words`}
      searchProps={{ leftSection: <IconSearch {...ICON} />, placeholder: t`Go to, do, or search your transactions`, 'aria-label': t`Search and commands` }}
    />
  )
}

function useCommands(query: string, onShowKeys: () => void): SpotlightActionGroupData[] {
  const navigate = useNavigate()
  const { openJobs } = useShellActions()
  const { setColorScheme } = useMantineColorScheme()
  const { data: me } = useQuery(meQuery)
  const words = query.trim()
  return [
    ...(words
      ? [
          {
            group: t`Transactions`,
            actions: [
              {
                id: 'search',
                label: t`Search transactions for “${words}”`,
                keywords: [words],
                leftSection: <IconSearch {...ICON} />,
                onClick: () => void navigate({ to: '/transactions', search: { q: words, period: 'all' } }),
              },
            ],
          },
        ]
      : []),
    {
      group: t`Go to`,
      actions: REACHED.map(({ to, label, icon: Icon, key }) => ({
        id: to,
        label,
        description: `g ${key}`,
        leftSection: <Icon {...ICON} />,
        onClick: () => void navigate({ to }),
      })),
    },
    {
      group: t`Look ahead`,
      actions: [
        { id: 'budgets', label: t`Budgets`, keywords: t`plan envelopes spend left categories`, leftSection: <IconChartBar {...ICON} />, onClick: () => void navigate({ to: '/plan/budgets' }) },
        { id: 'recurring', label: t`Recurring payments`, keywords: t`bills subscriptions income series`, leftSection: <IconRepeat {...ICON} />, onClick: () => void navigate({ to: '/plan/recurring' }) },
        { id: 'calendar', label: t`Calendar of payments`, keywords: t`bills upcoming due`, leftSection: <IconCalendar {...ICON} />, onClick: () => void navigate({ to: '/plan/recurring', search: { view: 'calendar' } }) },
        { id: 'forecast', label: t`Forecast`, keywords: t`cash balance future`, leftSection: <IconChartLine {...ICON} />, onClick: () => void navigate({ to: '/plan/forecast' }) },
        { id: 'insights', label: t`Worth a look`, keywords: t`alerts insights duplicates fees`, leftSection: <IconEye {...ICON} />, onClick: () => void navigate({ to: '/advice/insights' }) },
        { id: 'health', label: t`Financial health`, keywords: t`score buffer savings rate`, leftSection: <IconHeartbeat {...ICON} />, onClick: () => void navigate({ to: '/advice/health' }) },
        { id: 'changes', label: t`Why it changed`, keywords: t`more less than usual difference`, leftSection: <IconArrowsUpDown {...ICON} />, onClick: () => void navigate({ to: '/advice/changes' }) },
        { id: 'scores', label: t`How good are we?`, keywords: t`accuracy measured`, leftSection: <IconTargetArrow {...ICON} />, onClick: () => void navigate({ to: '/advice/scores' }) },
      ],
    },
    {
      group: t`Do`,
      actions: [
        { id: 'add', label: t`Add a transaction`, leftSection: <IconPlus {...ICON} />, onClick: () => void navigate({ to: '/transactions', search: { add: 'yes' } }) },
        { id: 'start', label: t`Guided start`, keywords: t`first tour welcome demo begin`, leftSection: <IconFlag {...ICON} />, onClick: () => void navigate({ to: '/start' }) },
        { id: 'review', label: t`Review categories`, keywords: t`uncategorised suggested`, leftSection: <IconListCheck {...ICON} />, onClick: () => void navigate({ to: '/review' }) },
        { id: 'transfers', label: t`Review transfers`, keywords: t`between accounts proposed`, leftSection: <IconArrowsLeftRight {...ICON} />, onClick: () => void navigate({ to: '/review', search: { part: 'transfers' } }) },
        { id: 'rules', label: t`Rules`, leftSection: <IconWand {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'rules' } }) },
        { id: 'categories', label: t`Categories`, leftSection: <IconTags {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'categories' } }) },
        { id: 'payees', label: t`Payees`, leftSection: <IconUsers {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'payees' } }) },
        { id: 'rates', label: t`Exchange rates`, keywords: t`currencies`, leftSection: <IconCoins {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'currencies' } }) },
        { id: 'model', label: t`Language model: what leaves this server`, keywords: t`privacy egress ai`, leftSection: <IconMessageChatbot {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'model' } }) },
        { id: 'data', label: t`Your data: export, restore, delete`, keywords: t`download archive backup`, leftSection: <IconArchive {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'data' } }) },
        { id: 'glossary', label: t`Glossary`, keywords: t`help terms words meaning what is`, leftSection: <IconVocabulary {...ICON} />, onClick: () => void navigate({ to: '/glossary' }) },
        ...(me?.is_staff ? [{ id: 'server', label: t`Server: jobs, workers, backups`, keywords: t`operator operations admin health queue storage versions`, leftSection: <IconServer {...ICON} />, onClick: () => void navigate({ to: '/settings', search: { part: 'server' } }) }] : []),
        { id: 'jobs', label: t`Show the jobs`, leftSection: <IconTransform {...ICON} />, onClick: openJobs },
        { id: 'light', label: t`Light`, keywords: t`theme scheme`, leftSection: <IconSun {...ICON} />, onClick: () => setColorScheme('light') },
        { id: 'dark', label: t`Dark`, keywords: t`theme scheme`, leftSection: <IconMoon {...ICON} />, onClick: () => setColorScheme('dark') },
        { id: 'keys', label: t`Show the keys`, leftSection: <IconKeyboard {...ICON} />, onClick: onShowKeys },
        { id: 'sign-out', label: t`Sign out`, leftSection: <IconLogout {...ICON} />, onClick: () => void signOut().catch(() => undefined) },
      ],
    },
    ...(words
      ? [
          {
            group: t`Ask`,
            actions: [
              {
                id: 'ask',
                label: t`Ask your money: “${words}”`,
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
