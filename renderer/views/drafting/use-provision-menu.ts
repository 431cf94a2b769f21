import { movedPast, type Way } from '../../../shared/schema/move-past.ts';
import type { Provision, ProvisionRelation } from '../../../shared/schema/provision.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { addProvision } from '../../../shared/sync/commands/add-provision.ts';
import { joinProvision } from '../../../shared/sync/commands/join-provision.ts';
import { moveProvision } from '../../../shared/sync/commands/move-provision.ts';
import { removeProvision } from '../../../shared/sync/commands/remove-provision.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import { setProvision } from '../../../shared/sync/commands/set-provision.ts';
import { splitProvision } from '../../../shared/sync/commands/split-provision.ts';
import { usePlace, type Place as Standpoint } from '../../app/place.tsx';
import type { MenuEntry, MenuPart } from '../../controls/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Session } from '../../session/contract.ts';
import { useSession } from '../../session/hooks.ts';
import { findByNumber } from '../../../shared/numbering/find-by-number.ts';
import { useAsking } from './asking/asking.tsx';
import { useAgreedQuestion, type AgreedQuestion } from './asking/use-agreed-question.tsx';
import { useRemarks } from './remarks.tsx';
import { useActs, type Acts } from './use-acts.ts';
import { useOption, type OptionActs } from './use-option.ts';

/**
 * What can be done, or proposed, to the provision at the caret: put one in beside it, move, split and join it. Worked
 * out when it is asked for, from the draft as it is then.
 */
export function useProvisionMenu({ caret, back }: ProvisionMenuOptions): () => readonly MenuPart[] {
  const say = useText();
  const session = useSession();
  const { place } = usePlace();
  const { ask } = useAsking();
  const { tell } = useRemarks();
  const acts = useActs();
  const option = useOption();
  const { before } = useAgreedQuestion();
  return () => partsOf({ say, session, place, ask, tell, acts, option, before, caret, back });
}

interface ProvisionMenuOptions {
  caret(): Place | undefined;
  /** Leads back into the text when something was done: to the place, or to where the caret stood. */
  back(place?: Place): void;
}

interface MenuContext extends ProvisionMenuOptions {
  readonly say: ReturnType<typeof useText>;
  readonly session: Session;
  readonly place: Standpoint;
  readonly ask: ReturnType<typeof useAsking>['ask'];
  readonly tell: ReturnType<typeof useRemarks>['tell'];
  readonly acts: Acts;
  readonly option: OptionActs;
  readonly before: AgreedQuestion['before'];
}

function partsOf({
  say,
  session,
  place,
  ask,
  tell,
  acts,
  option,
  before,
  caret,
  back,
}: MenuContext): readonly MenuPart[] {
  const { hand } = session;
  const { provisions } = session.draft.get();
  const numbers = session.numbers.get();
  const at = provisions.findIndex(({ id }) => id === place.provision);
  const here = provisions[at];
  const drafts = hand.mode === 'draft';
  const on = (id: string, label: string, act: (here: Provision) => Place | void, possible = true): MenuEntry => ({
    id,
    label,
    disabled: !here || !possible,
    act: () => {
      if (here) back(act(here) ?? undefined);
    },
  });

  const add = (type: ProvisionRelation['type']) => (to: Provision) =>
    acts.write((replica, writer) =>
      addProvision(replica, writer, {
        after: to.id,
        kind: to.kind,
        level: to.level,
        relation: { type, to: to.id },
        text: '',
      }),
    );
  const addBefore = (next: Provision) =>
    acts.write((replica, writer) =>
      addProvision(replica, writer, {
        after: provisions[at - 1]?.id ?? null,
        kind: next.kind,
        level: next.level,
        text: '',
      }),
    );
  /** An act on a provision and on those beside it that it touches; agreed ones ask first. */
  const touching = (act: (here: Provision) => void, alsoTheOneBefore = false) => {
    const one = alsoTheOneBefore ? provisions[at - 1] : undefined;
    return (to: Provision) => before(one ? [one.id, to.id] : [to.id], () => act(to));
  };
  const move = ({ id }: Provision, after: ProvisionId | null) =>
    void acts.write((replica, writer) => moveProvision(replica, writer, { provision: id, after }));
  const passed = (way: Way) => {
    const after = movedPast(provisions, at, way);
    const act = after === undefined ? () => {} : touching((moved) => move(moved, after));
    return [act, after !== undefined] as const;
  };
  const moveTo = touching((moved) =>
    ask({
      words: say('draft.ask.move'),
      confirm: say(drafts ? 'draft.ask.move.go' : 'draft.ask.move.propose'),
      field: { label: say('draft.ask.move.number'), value: '' },
      act(number) {
        const target = findByNumber(number, { provisions, numbers });
        if (target) move(moved, target);
        else tell(say('draft.ask.move.none', { number }));
      },
    }),
  );
  const level = (by: number) =>
    touching(
      (to) =>
        void acts.write((replica, writer) => setProvision(replica, writer, { provision: to.id, level: to.level + by })),
    );

  const adding: MenuPart = {
    id: 'add',
    title: say('draft.tool.provision'),
    entries: [
      on('before', say('draft.tool.add-before'), addBefore),
      on('after', say('draft.tool.add-after'), add('insertAfter')),
      on('alternative', say('draft.tool.add-alternative'), add('alternativeTo')),
      on('option', say('draft.tool.add-option'), ({ id }) => option.offer(id)),
      on('option-none', say('draft.tool.option-none'), ({ id }) => option.offerNone(id)),
      on(
        'remove',
        drafts ? say('draft.tool.remove') : say('draft.tool.propose-remove'),
        touching(({ id }) => void acts.write((replica, writer) => removeProvision(replica, writer, { provision: id }))),
      ),
    ],
  };
  const levels = [
    on('promote', say('draft.tool.promote'), level(-1), (here?.level ?? 0) > 0),
    on('demote', say('draft.tool.demote'), level(1)),
  ];
  const split = touching(() => {
    const head = caret();
    if (!head) return;
    // The space between two words stays with the first half.
    const behind = /^ */.exec(here?.text.slice(head.offset) ?? '')?.[0].length ?? 0;
    const at = { ...head, offset: head.offset + (head.provision === here?.id ? behind : 0) };
    acts.write((replica, writer) => splitProvision(replica, writer, { at }));
  });
  return [
    adding,
    {
      id: 'shape',
      title: say('draft.tool.shape'),
      entries: [
        on('up', say(drafts ? 'draft.tool.move-up' : 'draft.tool.propose-move-up'), ...passed('up')),
        on('down', say(drafts ? 'draft.tool.move-down' : 'draft.tool.propose-move-down'), ...passed('down')),
        on('move-to', say('draft.tool.move-to'), moveTo),
        ...(drafts ? levels : []),
        on('split', say(drafts ? 'draft.tool.split' : 'draft.tool.propose-split'), split),
        on(
          'join',
          say(drafts ? 'draft.tool.join' : 'draft.tool.propose-join'),
          touching(
            ({ id }) => void acts.write((replica, writer) => joinProvision(replica, writer, { provision: id })),
            true,
          ),
          at > 0,
        ),
      ],
    },
  ];
}
