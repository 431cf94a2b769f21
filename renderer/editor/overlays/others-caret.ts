import type { Presence } from '../../session/contract.ts';

/**
 * Another's caret with its name, as elements of a layer, and what they were told last: at most keys no caret of another's
 * moves, and an element that is told what it knows already has its styles made again all the same.
 */
export class OthersCaret {
  readonly #element: HTMLElement;
  readonly #name: HTMLElement;
  readonly #told = new Map<string, string>();
  /** How wide the name is, once it was measured as it is. */
  #width: number | undefined;

  constructor(layer: HTMLElement) {
    this.#element = layer.ownerDocument.createElement('div');
    this.#element.className = 'draft-caret';
    this.#name = layer.ownerDocument.createElement('span');
    this.#name.className = 'draft-caret-name';
    this.#element.append(this.#name);
    layer.append(this.#element);
  }

  /** The code always; the person's name too in the provision one stands in oneself. */
  wear({ code, person, composing }: Presence, near: boolean): void {
    if (this.#isNews('code', code)) this.#element.dataset['code'] = code;
    if (this.#isNews('composing', String(composing))) this.#element.classList.toggle('is-composing', composing);
    const words = near && person !== '' ? `${code} · ${person}` : code;
    if (!this.#isNews('name', words)) return;
    this.#name.textContent = words;
    this.#width = undefined;
  }

  /** Sets a style, in pixels. */
  set(property: string, pixels: number): void {
    const value = `${pixels}px`;
    if (this.#isNews(property, value)) this.#element.style.setProperty(property, value);
  }

  nameWidth(): number {
    return (this.#width ??= this.#name.getBoundingClientRect().width);
  }

  /** The name is measured again when it is next asked for. */
  forgetWidth(): void {
    this.#width = undefined;
  }

  isRightToLeft(): boolean {
    return this.#element.matches(':dir(rtl)');
  }

  remove(): void {
    this.#element.remove();
  }

  #isNews(what: string, value: string): boolean {
    if (this.#told.get(what) === value) return false;
    this.#told.set(what, value);
    return true;
  }
}
