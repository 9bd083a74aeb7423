import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { waitingCountQuery } from '../api/review'

/** Leads to the rows that wait for a category and says how many there are. Always there, so that nothing jumps. */
export function ReviewButton() {
  const { data: waiting = 0 } = useQuery(waitingCountQuery)
  return (
    <Button size="sm" variant="default" component={Link} to="/review" leftSection={<IconListCheck size={16} />}>
      Review{waiting > 0 ? ` ${new Intl.NumberFormat().format(waiting)}` : ''}
    </Button>
  )
}
