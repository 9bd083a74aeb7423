import { i18n } from '@lingui/core'
import type { TransProps } from '@lingui/react'
import { TransNoContext } from '@lingui/react/server'
import type { ReactElement } from 'react'

const LINGUI = { i18n, _: i18n._.bind(i18n) }

/** What `<Trans>` becomes: no provider around it is needed, as the language holds as long as the page. */
export function Trans(props: TransProps): ReactElement {
  return <TransNoContext {...props} lingui={LINGUI} />
}
