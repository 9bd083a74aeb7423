import { describe, expect, it } from 'vitest'
import { backOff, EventStreamParser, readEvents, type StreamEvent } from './event-stream'

const TEXT = ': hello\n\nid: 7\nevent: job\ndata: {"a":\ndata: 1}\n\nevent: ping\ndata: {}\n\n'

describe('the event stream', () => {
  it('reads events however the text is cut', () => {
    for (let cut = 0; cut <= TEXT.length; cut += 1) {
      const parser = new EventStreamParser()
      const events = [...parser.push(TEXT.slice(0, cut)), ...parser.push(TEXT.slice(cut))]
      expect(events).toEqual([
        { id: '7', type: 'job', data: '{"a":\n1}' },
        { id: null, type: 'ping', data: '{}' },
      ])
    }
  })

  it('hands over what a response brings until it ends', async () => {
    const seen: StreamEvent[] = []
    await readEvents(new Response(TEXT), (event) => seen.push(event))
    expect(seen.map(({ type }) => type)).toEqual(['job', 'ping'])
  })

  it('waits longer after each failure, up to a bound', () => {
    const waits = [1, 2, 3, 10].map((failures) => backOff(failures, () => 1))
    expect(waits).toEqual([500, 1000, 2000, 15_000])
  })
})
