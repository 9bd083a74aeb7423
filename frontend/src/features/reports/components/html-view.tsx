import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { useBlobAddress } from '@/lib/use-blob-address'
import { pageQuery } from '../api/reports'
import classes from './html-view.module.css'

/** The HTML file itself, in a frame that may run nothing and reach nothing. */
export function HtmlView({ path }: { path: string }) {
  const page = useQuery(pageQuery(path))
  const address = useBlobAddress(page.data)
  if (page.isError)
    return <ErrorNote what={t`The file could not be loaded`} error={page.error} onRetry={() => void page.refetch()} />
  if (!address) return <RowSkeletons rows={10} />
  return <iframe className={classes['frame']} sandbox="" src={address} title={t`The report as its HTML file`} />
}
