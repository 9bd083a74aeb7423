import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { waitingCountQuery } from '../api/review'

/** Leads to the rows that wait for a category; says how many there are, and is not there when there are none. */
export function ReviewButton() {
  const { data: waiting = 0 } = useQuery(waitingCountQuery)
  if (waiting === 0) return null
  return (
    <Button size="sm" variant="default" component={Link} to="/review" leftSection={<IconListCheck size={16} />}>
      Review {new Intl.NumberFormat().format(waiting)}
    </Button>
  )
}
