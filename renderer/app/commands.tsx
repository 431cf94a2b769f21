import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { invariant } from '../../shared/schema/result.ts';

/** Something one can do now, as the palette lists it. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** `Ctrl+K`. */
  readonly keys?: string;
  run(): void;
}

interface CommandRegister {
  /** What can be done at this moment: asked when the palette opens. */
  list(): readonly Command[];
  /** Offers commands while something is mounted; the answer takes them back. */
  offer(source: () => readonly Command[]): () => void;
}

const CommandContext = createContext<CommandRegister | undefined>(undefined);

export function useCommandRegister(): CommandRegister {
  const register = useContext(CommandContext);
  invariant(register, 'commands are gathered above every view');
  return register;
}

/** Offers these commands as long as the component is mounted; they may differ at every rendering. */
export function useCommands(commands: readonly Command[]): void {
  const { offer } = useCommandRegister();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => offer(() => latest.current), [offer]);
}

export function CommandProvider({ children }: { children: ReactNode }) {
  const register = useMemo<CommandRegister>(() => {
    const sources = new Set<() => readonly Command[]>();
    return {
      list: () => [...sources].flatMap((source) => source()),
      offer(source) {
        sources.add(source);
        return () => sources.delete(source);
      },
    };
  }, []);
  return <CommandContext.Provider value={register}>{children}</CommandContext.Provider>;
}
