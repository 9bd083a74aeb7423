/** Reading text/event-stream by hand: the browser's EventSource cannot send a token, and no token goes into a URL. */

export interface StreamEvent {
  id: string | null
  type: string
  data: string
}

/** Takes text as it arrives, cut anywhere, and gives every event that is complete. */
export class EventStreamParser {
  private rest = ''

  push(text: string): StreamEvent[] {
    const blocks = (this.rest + text).replaceAll('\r\n', '\n').split('\n\n')
    this.rest = blocks.pop() ?? ''
    return blocks.map(parseBlock).filter((event) => event !== null)
  }
}

function parseBlock(block: string): StreamEvent | null {
  const event: StreamEvent = { id: null, type: 'message', data: '' }
  const data: string[] = []
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon === 0) continue
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /u, '')
    if (name === 'id') event.id = value
    if (name === 'event') event.type = value
    if (name === 'data') data.push(value)
  }
  event.data = data.join('\n')
  return data.length > 0 || event.type !== 'message' ? event : null
}

/** Hands over events until the stream ends. */
export async function readEvents(response: Response, onEvent: (event: StreamEvent) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  const parser = new EventStreamParser()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    parser.push(value).forEach(onEvent)
  }
}

/** Waits between attempts: 0.5 s doubling to 15 s, spread by up to a quarter so that tabs do not come back at once. */
export function backOff(failures: number, random: () => number = Math.random): number {
  const base = Math.min(15_000, 500 * 2 ** Math.max(0, failures - 1))
  return Math.round(base * (0.75 + random() * 0.25))
}
