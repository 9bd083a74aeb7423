import { t } from '@lingui/core/macro'
import '@mantine/dropzone/styles.css'
import { Page } from '@/components/layouts/page'
import { Imports } from '@/features/imports/components/imports'

export function Import() {
  return (
    <Page title={t`Import`}>
      <Imports />
    </Page>
  )
}
