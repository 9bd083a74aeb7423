import { useEffect, useState } from 'react'

/** An address under which the page can show a blob; given back when it is not shown any more. Null until there is one. */
export function useBlobAddress(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    // The address exists only after this effect has made it, so the state has to follow here.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}
