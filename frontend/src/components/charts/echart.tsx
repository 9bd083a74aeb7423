import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use as register, type ComposeOption, type EChartsType } from 'echarts/core'
import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

register([BarChart, LineChart, ScatterChart, GridComponent, SVGRenderer])

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | ScatterSeriesOption | GridComponentOption>

interface EChartProps {
  option: ChartOption
  height: number
  onPoint: (dataIndex: number) => void
  onPick: (dataIndex: number) => void
}

/** A drawing only: names, figures and keys are given by the component around it, in plain HTML. */
export function EChart({ option, height, onPoint, onPick }: EChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const handlers = useRef({ onPoint, onPick })

  useEffect(() => {
    handlers.current = { onPoint, onPick }
  }, [onPoint, onPick])

  useEffect(() => {
    if (!box.current) return
    const made = init(box.current, null, { renderer: 'svg' })
    chart.current = made
    const categoryAt = (x: number, y: number): number | null => {
      if (!made.containPixel('grid', [x, y])) return null
      const [index] = made.convertFromPixel('grid', [x, y])
      return index === undefined ? null : Math.round(index)
    }
    made.getZr().on('mousemove', ({ offsetX, offsetY }) => {
      const index = categoryAt(offsetX, offsetY)
      if (index !== null) handlers.current.onPoint(index)
    })
    made.getZr().on('click', ({ offsetX, offsetY }) => {
      const index = categoryAt(offsetX, offsetY)
      if (index !== null) handlers.current.onPick(index)
    })
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option)
  }, [option])

  return <div ref={box} style={{ height }} aria-hidden />
}
