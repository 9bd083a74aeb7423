import { t } from '@lingui/core/macro'
import { useCategoryColour } from '@/lib/category-colours'
import classes from './category-mark.module.css'

export type CategorySource = 'none' | 'user' | 'rule' | 'suggestion'

interface CategoryMarkProps {
  category: number | null
  name: string | null
  source: CategorySource
}

const SAID: Record<CategorySource, string> = {
  none: t`no category`,
  user: t`confirmed`,
  rule: t`by your rule`,
  suggestion: t`suggested`,
}

/** Solid for what a person decided (by hand or by rule), hollow for what the machine suggests, dashed for nothing. */
export function CategoryMark({ category, name, source }: CategoryMarkProps) {
  const colourOf = useCategoryColour()
  return (
    <span className={classes['mark']}>
      <span
        className={classes['dot']}
        data-source={category === null ? 'none' : source}
        style={{ '--mark-colour': colourOf(category) } as React.CSSProperties}
        role="img"
        aria-label={SAID[category === null ? 'none' : source]}
      />
      <span className={classes['name']} data-empty={category === null || undefined}>
        {category === null ? t`Uncategorised` : name}
      </span>
    </span>
  )
}
