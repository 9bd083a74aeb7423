/** Whether keys go into a field right now, so that single-letter shortcuts must keep quiet. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(input|textarea|select)$/iu.test(target.tagName) || target.closest('[role=dialog]') !== null
}
