import { t } from '@lingui/core/macro'
import { Link } from '@tanstack/react-router'
import type { CashFlow } from '@/api/types'
import { Money } from '@/components/ui/money'
import { useCategoryColour } from '@/lib/category-colours'
import type { Period } from '@/lib/period'
import { layout, sidesOf, type Mark, type Placed } from '../lib/flows'
import { rowsOf } from '../lib/rows'
import classes from './flow.module.css'

interface SankeyProps {
  flow: CashFlow
  period: Period
}

const WIDTH = 400
const NODE = 8

/** From where money came, through the middle, to where it went. Each label leads to its rows; ribbons are only drawn. */
export function Sankey({ flow, period }: SankeyProps) {
  const colourOf = useCategoryColour()
  const { left, right } = sidesOf(flow)
  const { left: sources, right: uses, height, middleTop, middleHeight } = layout(left, right)
  const colour = ({ node, side }: Mark): string => {
    if (side === 'saved' || side === 'drawn') return 'var(--sw-accent)'
    return flow.by === 'category' && node ? colourOf(node.ids[0] ?? null) : 'var(--mantine-color-dimmed)'
  }
  return (
    <div className={classes['drawing']} tabIndex={0} role="region" aria-label={t`Cash flow, drawn`}>
      <div className={classes['canvas']} style={{ height }}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} height={height} preserveAspectRatio="none" aria-hidden>
          {sources.map((one, index) => (
            <path key={index} className={classes['ribbon']} fill={colour(one.mark)} d={ribbon(NODE, one.top, WIDTH / 2 - NODE / 2, one.middle, one.height)} />
          ))}
          {uses.map((one, index) => (
            <path key={index} className={classes['ribbon']} fill={colour(one.mark)} d={ribbon(WIDTH / 2 + NODE / 2, one.middle, WIDTH - NODE, one.top, one.height)} />
          ))}
          {sources.map((one, index) => (
            <rect key={index} x={0} y={one.top} width={NODE} height={Math.max(1, one.height)} fill={colour(one.mark)} />
          ))}
          {uses.map((one, index) => (
            <rect key={index} x={WIDTH - NODE} y={one.top} width={NODE} height={Math.max(1, one.height)} fill={colour(one.mark)} />
          ))}
          <rect x={WIDTH / 2 - NODE / 2} y={middleTop} width={NODE} height={middleHeight} fill="var(--mantine-color-text)" />
        </svg>
        <ul aria-label={t`Money in`} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {sources.map((one, index) => (
            <Label key={index} placed={one} side="left" flow={flow} period={period} />
          ))}
        </ul>
        <ul aria-label={t`Money out and saved`} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {uses.map((one, index) => (
            <Label key={index} placed={one} side="right" flow={flow} period={period} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function Label({ placed: { mark, top, height }, side, flow, period }: { placed: Placed; side: 'left' | 'right' } & SankeyProps) {
  return (
    <li className={classes['label']} data-side={side} style={{ top: top + height / 2 }}>
      {mark.node && (mark.side === 'in' || mark.side === 'out') ? (
        <Link to="/transactions" search={rowsOf(mark.node, flow.by, period, mark.side)} className={classes['name']} title={mark.name}>
          {mark.name}
        </Link>
      ) : (
        <span className={classes['name']}>{mark.name}</span>
      )}
      <Money amount={mark.size} currency={flow.currency} />
    </li>
  )
}

/** A band of one height between two edges. */
function ribbon(fromX: number, from: number, toX: number, to: number, height: number): string {
  const half = (fromX + toX) / 2
  const low = Math.max(1, height)
  const over = ['M', fromX, from, 'C', half, from, half, to, toX, to]
  const back = ['L', toX, to + low, 'C', half, to + low, half, from + low, fromX, from + low, 'Z']
  return [...over, ...back].join(' ')
}
