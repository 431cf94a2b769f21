import { useCallback, useEffect, useState } from 'react';
import type { Code } from '../../../shared/schema/ids.ts';
import { targetKey, type Position, type Stance, type Target } from '../../../shared/schema/position.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';

/** How long a statement can be taken back with one press. */
export const UNDO_SECONDS = 8;

export interface Statement {
  readonly target: Target;
  readonly stance: Stance;
  readonly reason?: string;
  readonly condition?: string;
  readonly conditionOn?: NonNullable<Position['conditionOn']>;
  readonly audience: Position['audience'];
}

export interface Speaking {
  state(statement: Statement, before: readonly Position[]): void;
  withdraw(before: readonly Position[]): void;
  /** What was done last, in words; empty at first. */
  readonly told: string;
  /** Seconds left to undo it; 0 when it can no longer be. */
  readonly left: number;
  undo(): void;
}

/** States and withdraws positions, one's own or (`on`) a delegation's from the floor, each with a timed undo. */
export function useStatement(on: Code | undefined, name: string): Speaking {
  const say = useText();
  const announce = useAnnounce();
  const { actions } = useSession();
  const [told, tell] = useState('');
  const [left, setLeft] = useState(0);
  const [takeBack, setTakeBack] = useState<() => void>();

  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [running]);

  const report = useCallback(
    (words: string) => {
      tell(words);
      announce(words, 'now');
    },
    [announce],
  );
  const whose = on === undefined ? {} : { on };
  const clear = (before: readonly Position[]) => {
    for (const { target } of before) actions.withdrawPosition({ target, ...whose });
  };
  const restore = (stated: Target | undefined, before: readonly Position[]) => () => {
    if (stated) actions.withdrawPosition({ target: stated, ...whose });
    for (const { target, stance, reason, condition, conditionOn, audience } of before)
      actions.statePosition({
        target,
        stance,
        audience,
        ...whose,
        ...(reason === undefined ? {} : { reason }),
        ...(condition === undefined ? {} : { condition }),
        ...(conditionOn === undefined ? {} : { conditionOn }),
      });
  };
  const done = (words: string, stated: Target | undefined, before: readonly Position[]) => {
    setTakeBack(() => restore(stated, before));
    setLeft(UNDO_SECONDS);
    report(words);
  };

  return {
    told,
    left,
    state(statement, before) {
      const key = targetKey(statement.target);
      clear(before.filter(({ target }) => targetKey(target) !== key));
      actions.statePosition({ ...statement, ...whose });
      const stance = say(`stance.${statement.stance}`);
      done(
        on === undefined ? say('position.stated', { stance }) : say('position.recorded', { name, stance }),
        statement.target,
        before,
      );
    },
    withdraw(before) {
      clear(before);
      done(say('position.withdrawn'), undefined, before);
    },
    undo() {
      takeBack?.();
      setLeft(0);
      report(say('position.undone'));
    },
  };
}
