import { Download } from 'lucide-react';
import { writeDraft } from '../../../shared/interop/write-draft.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import { drawnDraft } from '../../../shared/sync/implied.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { Menu, type MenuPart } from '../../controls/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import { useRevisions, useSession } from '../../session/hooks.ts';
import { useAttempt } from '../use-attempt.ts';
import { useHost } from '../host-context.ts';
import { useTables } from './use-tables.ts';
import type { View } from './view.ts';

/** The draft, or the latest revision, as a file: text, Markdown or PDF. `show` brings a view on screen to be printed. */
export function ExportMenu({ show }: { show(view: View): Promise<void> }) {
  const say = useText();
  const host = useHost();
  const attempt = useAttempt();
  const session = useSession();
  const revision = useRevisions().at(-1);
  const tables = useTables();

  const entries = (id: string, name: string, view: View, read: () => Draft) => {
    const base = (draft: Draft) =>
      `${(draft.symbol || draft.title || 'draft').replaceAll('/', '-')}${name && ` ${name}`}`;
    const save = (format: 'text' | 'markdown', ending: string) => () =>
      attempt(() => {
        const draft = read();
        const bytes = new TextEncoder().encode(writeDraft(draft, { format, heading: !isFromFile(draft) }));
        return host.saveFile({ name: `${base(draft)}.${ending}`, bytes });
      });
    const print = async () => {
      await show(view);
      return host.printPdf({ name: `${base(read())}.pdf` });
    };
    return [
      { id: `${id}-text`, label: say('export.text'), act: save('text', 'txt') },
      { id: `${id}-markdown`, label: say('export.markdown'), act: save('markdown', 'md') },
      { id: `${id}-pdf`, label: say('export.pdf'), act: () => attempt(print) },
    ];
  };
  const table = (id: 'brackets' | 'positions') => ({
    id: `csv-${id}`,
    label: say(`csv.${id}`),
    act: () =>
      attempt(() => {
        const draft = session.draft.get();
        const name = `${(draft.symbol || draft.title || 'draft').replaceAll('/', '-')} ${say(`csv.${id}.file`)}.csv`;
        return host.saveFile({ name, bytes: new TextEncoder().encode(tables[id]()) });
      }),
  });
  const drawn = () => (session.replica ? drawnDraft(session.replica, session.authors.get()) : session.draft.get());
  const parts: readonly MenuPart[] = [
    ...(session.replica
      ? [
          {
            id: 'draft',
            title: say('export.draft'),
            entries: entries('draft', '', 'draft', drawn),
          },
          { id: 'tables', title: say('csv.title'), entries: [table('brackets'), table('positions')] },
        ]
      : []),
    ...(revision
      ? [
          {
            id: 'revision',
            title: revision.name,
            entries: entries('revision', revision.name, 'reader', () => revision.draft),
          },
        ]
      : []),
  ];
  if (parts.length === 0) return null;
  return (
    <Menu label={say('export.title')} parts={parts}>
      <IconButton label={say('export.title')}>
        <Download />
      </IconButton>
    </Menu>
  );
}

/** A draft that was read from a file carries its own title, symbol and white space. */
function isFromFile(draft: Draft): boolean {
  return draft.provisions.some((provision) => provision.trim);
}
