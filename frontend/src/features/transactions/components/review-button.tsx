import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { locale } from '@/lib/language'
import { waitingCountQuery } from '../api/review'
import { suggestedTransfersQuery } from '../api/transfers'

/** Leads to what waits for a word (rows without a category, proposed transfers) and says how much there is. Always there, so that nothing jumps. */
export function ReviewButton() {
  const { data: rows = 0 } = useQuery(waitingCountQuery)
  const { data: pairs = [] } = useQuery(suggestedTransfersQuery)
  const waiting = rows + pairs.length
  return (
    <Button size="sm" variant="default" component={Link} to="/review" leftSection={<IconListCheck size={16} />}>
      <Trans>Review</Trans>
      {waiting > 0 ? ` ${new Intl.NumberFormat(locale()).format(waiting)}` : ''}
    </Button>
  )
}
