import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { pageQuery } from '../api/reports'
import classes from './html-view.module.css'

/** The HTML file itself, in a frame that may run nothing and reach nothing. */
export function HtmlView({ path }: { path: string }) {
  const page = useQuery(pageQuery(path))
  const address = useBlobAddress(page.data)
  if (page.isError)
    return <ErrorNote what="The file could not be loaded" error={page.error} onRetry={() => void page.refetch()} />
  if (!address) return <RowSkeletons rows={10} />
  return <iframe className={classes['frame']} sandbox="" src={address} title="The report as its HTML file" />
}

function useBlobAddress(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(new Blob([blob], { type: 'text/html;charset=utf-8' }))
    // The address exists only after this effect has made it, so the state has to follow here.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}
