/** An attribute that is there only while it says something: the style sheet asks whether it is. */
export function setOrClear(dom: HTMLElement, name: string, value: string): void {
  if (value === '') dom.removeAttribute(name);
  else dom.setAttribute(name, value);
}
