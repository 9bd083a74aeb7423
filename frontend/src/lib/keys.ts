/** Whether keys go into a field right now, so that single-letter shortcuts must keep quiet. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A box or a dot takes no letters; only a dialog around it keeps the keys to itself.
  if (target instanceof HTMLInputElement && /^(checkbox|radio)$/u.test(target.type)) return target.closest('[role=dialog]') !== null
  return target.isContentEditable || /^(input|textarea|select)$/iu.test(target.tagName) || target.closest('[role=dialog]') !== null
}
