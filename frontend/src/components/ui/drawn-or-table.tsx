import { t } from '@lingui/core/macro'
import { SegmentedControl } from '@mantine/core'

/** Every chart has the same figures as a table behind it; the choice lies in the address as `as`. */
export function DrawnOrTable({ as, onChange }: { as: string | undefined; onChange: (as: 'table' | undefined) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`Drawn or as a table`}
      value={as === 'table' ? 'table' : 'chart'}
      onChange={(value) => onChange(value === 'table' ? 'table' : undefined)}
      data={[
        { value: 'chart', label: t`Chart` },
        { value: 'table', label: t`Table` },
      ]}
    />
  )
}
