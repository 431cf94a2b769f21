import { Projection } from '../../renderer/editor/projection/projection.ts';
import type { Binding } from '../../renderer/editor/binding.ts';

/** One way in which the binding of screen and draft could be broken, brought about from outside. */
export interface BindingMutation {
  readonly what: string;
  harm(binding: Binding): void;
}

/** Drops every `each`-th call of a method. */
function skip<Holder extends object>(holder: Holder, method: keyof Holder, each = 1): void {
  const call = holder[method] as unknown as (...args: unknown[]) => unknown;
  let calls = 0;
  Reflect.set(holder, method, (...args: unknown[]) =>
    (calls += 1) % each === 0 ? undefined : call.apply(holder, args),
  );
}

export const BINDING_MUTATIONS: readonly BindingMutation[] = [
  { what: 'the screen misses a change', harm: ({ projection }) => skip(projection, '$apply', 30) },
  { what: 'the screen misses the order', harm: ({ projection }) => skip(projection, '$showOrder', 4) },
  {
    what: 'the screen is told of words, not of what left sight',
    harm({ projection }) {
      const apply = projection.$apply.bind(projection);
      projection.$apply = (change) => apply({ ...change, gone: new Set(), reordered: false });
    },
  },
  {
    what: 'the screen skips the second provision of a change',
    harm({ projection }) {
      const apply = projection.$apply.bind(projection);
      projection.$apply = (change) => apply({ ...change, provisions: new Set([...change.provisions].slice(0, 1)) });
    },
  },
  {
    what: 'the caret stands a character early',
    harm(binding) {
      const select = binding.$select.bind(binding);
      binding.$select = (head, options) =>
        select({ ...head, offset: Math.max(0, head.offset - 1) }, { anchor: head, ...options });
    },
  },
  {
    what: 'the end of a selection is taken for its beginning',
    harm(binding) {
      const range = binding.$range.bind(binding);
      binding.$range = () => {
        const found = range();
        return found && { ...found, to: found.from, head: found.from };
      };
    },
  },
  {
    what: 'what is composed in is shown anew meanwhile',
    harm: ({ projection }) => skip(projection, '$hold'),
  },
  {
    what: 'what changed while composing is not shown after it',
    harm: ({ projection }) => {
      projection.$release = () => Projection.prototype.$hold.call(projection, undefined as never);
    },
  },
  {
    what: 'anchors hold on to the other side',
    harm({ replica }) {
      const anchor = replica.anchor.bind(replica);
      replica.anchor = (place, side) => anchor(place, side === 1 ? -1 : 1);
    },
  },
  {
    what: 'anchors are resolved as of when they were made',
    harm({ replica }) {
      const made = new Map<unknown, ReturnType<typeof replica.resolve>>();
      const anchor = replica.anchor.bind(replica);
      replica.anchor = (place, side) => {
        const token = anchor(place, side);
        made.set(token, place);
        return token;
      };
      replica.resolve = (token) => made.get(token);
    },
  },
  {
    what: 'a caret whose words come back stays where they were',
    harm: ({ replica }) => {
      replica.holds = () => false;
    },
  },
  {
    what: 'what is written here is not shown here',
    harm(binding) {
      const write = binding.$write.bind(binding);
      binding.$write = (command, unsaid) => {
        const { projection } = binding;
        const apply = projection.$apply.bind(projection);
        projection.$apply = () => undefined;
        const outcome = write(command, unsaid);
        projection.$apply = apply;
        return outcome;
      };
    },
  },
];
