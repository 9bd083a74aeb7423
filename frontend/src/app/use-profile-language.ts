import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQuery } from '@/api/queries'
import { isLanguage, keepLanguage } from '@/lib/language'

/**
 * The language is the profile's. Where this device spoke another one (a first sign-in here, a change in the settings), the
 * page is loaded anew: texts at the top of modules cannot change under it.
 */
export function useProfileLanguage(): void {
  const { data: me } = useQuery(meQuery)
  const language = me?.language
  useEffect(() => {
    if (isLanguage(language) && keepLanguage(language)) window.location.reload()
  }, [language])
}
