import { useState } from 'react'

/** The newest value that was not null: what a drawer still shows while it closes. `same` tells values apart. */
export function useLast<T>(value: T | null, same: (a: T, b: T) => boolean = Object.is): T | null {
  const [last, setLast] = useState(value)
  if (value !== null && (last === null || !same(value, last))) setLast(value)
  return value ?? last
}
