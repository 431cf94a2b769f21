/** Puts words on the clipboard; also on a relay's plain address, where the browser grants no clipboard of its own. */
export async function copyText(words: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(words);
    return;
  }
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = words;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
