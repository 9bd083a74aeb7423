import { plural } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect } from 'react'
import classes from './more-rows.module.css'

interface MoreRowsProps {
  shown: number
  hasMore: boolean
  isLoading: boolean
  onMore: () => void
}

/** Loads on when its foot comes into sight; the button is there for keyboards and for when that does not happen. */
export function MoreRows({ shown, hasMore, isLoading, onMore }: MoreRowsProps) {
  const { ref, entry } = useIntersection({ rootMargin: '600px' })
  const isInSight = entry?.isIntersecting ?? false
  useEffect(() => {
    if (isInSight && hasMore && !isLoading) onMore()
  }, [isInSight, hasMore, isLoading, onMore])
  return (
    <div ref={ref} className={classes['more']}>
      <Text size="sm" c="dimmed" role="status">
        {hasMore
          ? plural(shown, { one: '# transaction shown', other: '# transactions shown' })
          : plural(shown, { one: '# transaction shown, that is all', other: '# transactions shown, that is all' })}
      </Text>
      {hasMore ? (
        <Button variant="default" size="xs" loading={isLoading} onClick={onMore}>
          <Trans>Load more</Trans>
        </Button>
      ) : null}
    </div>
  )
}
