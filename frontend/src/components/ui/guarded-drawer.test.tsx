import { TextInput } from '@mantine/core'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { renderPiece } from '@/testing/render'
import { GuardedDrawer } from './guarded-drawer'
import { useUnsaved } from './unsaved'

function Form() {
  const [text, setText] = useState('')
  useUnsaved(text !== '')
  return <TextInput label="Name" value={text} onChange={(event) => setText(event.target.value)} />
}

function opened() {
  const onClose = vi.fn()
  renderPiece(
    <GuardedDrawer opened onClose={onClose} title="A form">
      <Form />
    </GuardedDrawer>,
  )
  return onClose
}

describe('a drawer with a form', () => {
  it('closes at once when nothing was typed', async () => {
    const onClose = opened()
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('asks before it throws away what was typed', async () => {
    const onClose = opened()
    await userEvent.type(screen.getByLabelText('Name'), 'Rent')
    await userEvent.keyboard('{Escape}')
    expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Keep editing' }))
    expect(onClose).not.toHaveBeenCalled()
    expect(screen.getByLabelText('Name')).toHaveValue('Rent')
    await userEvent.click(screen.getByLabelText('Name'))
    await userEvent.keyboard('{Escape}')
    await userEvent.click(await screen.findByRole('button', { name: 'Throw it away' }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('leaves Escape to the question while that is open', async () => {
    const onClose = opened()
    await userEvent.type(screen.getByLabelText('Name'), 'Rent')
    await userEvent.keyboard('{Escape}')
    await screen.findByRole('dialog', { name: 'Leave without saving?' })
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Leave without saving?' })).not.toBeInTheDocument())
    expect(onClose).not.toHaveBeenCalled()
  })

  it('asks no more once the text is as it was', async () => {
    const onClose = opened()
    await userEvent.type(screen.getByLabelText('Name'), 'a{Backspace}')
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })
})
