/** Throws for whatever the double does not have, so that nothing is silently undefined. */
export function strict<Value extends object>(name: string, value: Value): Value {
  return new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && key !== 'then' && key !== 'toJSON')
        throw new Error(`The Electron double has no ${name}.${key}`);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

/** An event that can be prevented, as Electron hands it to listeners. */
export function preventable<Details extends object>(details: Details): Details & PreventableEvent {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}
