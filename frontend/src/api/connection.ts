/** Whether the server can be reached, as the browser and the last request said; one state for the whole page. */

type Listener = () => void

export class Connection {
  private away = typeof navigator !== 'undefined' && !navigator.onLine
  private readonly listeners = new Set<Listener>()

  constructor() {
    window.addEventListener('offline', () => this.set(true))
  }

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): boolean => this.away

  get isAway(): boolean {
    return this.away
  }

  lost(): void {
    this.set(true)
  }

  found(): void {
    this.set(false)
  }

  private set(away: boolean): void {
    if (this.away === away) return
    this.away = away
    this.listeners.forEach((listener) => listener())
  }
}

export const connection = new Connection()
