import { useCallback, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useHost } from './host-context.ts';
import './print.css';

export interface Printer {
  /** Stands where the printer is used; draws nothing on the screen. */
  readonly sheet: ReactNode;
  /** Puts this on paper, or into a PDF, in the place of the screen; the name of what was saved, where the host knows. */
  print(name: string, content: ReactNode): Promise<string | undefined>;
}

/** Prints something of its own instead of the window: cards, a summary. */
export function usePrinter(): Printer {
  const host = useHost();
  const [content, setContent] = useState<ReactNode>();
  const print = useCallback(
    async (name: string, next: ReactNode) => {
      setContent(next);
      document.documentElement.dataset['printing'] = 'sheet';
      // One frame for React to draw the sheet, one for the page to lay it out, one for what measures itself.
      for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
      try {
        return await host.printPdf({ name });
      } finally {
        delete document.documentElement.dataset['printing'];
        setContent(undefined);
      }
    },
    [host],
  );
  const sheet =
    content === undefined ? null : createPortal(<div className="print-sheet">{content}</div>, document.body);
  return { sheet, print };
}
