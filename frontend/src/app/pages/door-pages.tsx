import { useNavigate, useSearch } from '@tanstack/react-router'
import { ConfirmPage } from '@/features/auth/components/confirm-page'
import { ForgotPage } from '@/features/auth/components/forgot-page'
import { ResetPage } from '@/features/auth/components/reset-page'
import { SignInPage } from '@/features/auth/components/sign-in-page'
import { SignUpPage } from '@/features/auth/components/sign-up-page'
import { safeNext } from '../search'

export function SignIn() {
  const { next } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  return (
    <SignInPage
      onDone={() => void navigate({ href: safeNext(next), replace: true })}
      onForgot={() => void navigate({ to: '/forgot-password' })}
      onWantsSignUp={() => void navigate({ to: '/sign-up', search: next ? { next } : {} })}
    />
  )
}

export function SignUp() {
  const { next } = useSearch({ from: '/sign-up' })
  const navigate = useNavigate()
  return (
    <SignUpPage
      onDone={() => void (next ? navigate({ href: safeNext(next), replace: true }) : navigate({ to: '/start', replace: true }))}
      onWantsSignIn={() => void navigate({ to: '/sign-in', search: next ? { next } : {} })}
    />
  )
}

export function Forgot() {
  const navigate = useNavigate()
  return <ForgotPage onWantsSignIn={() => void navigate({ to: '/sign-in' })} />
}

export function Confirm() {
  const navigate = useNavigate()
  return (
    <ConfirmPage
      onDone={() => void navigate({ to: '/', replace: true })}
      onWantsSignIn={() => void navigate({ to: '/sign-in' })}
    />
  )
}

export function Reset() {
  const navigate = useNavigate()
  return <ResetPage onWantsSignIn={() => void navigate({ to: '/sign-in' })} />
}
