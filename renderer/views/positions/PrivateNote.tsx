import { targetKey, type Target } from '../../../shared/schema/position.ts';
import { TextField } from '../../controls/TextField.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Session } from '../../session/contract.ts';
import { useObserved, useRoster, useSession } from '../../session/hooks.ts';
import { NOTE_LIMIT } from '../../session/stores/notes-store.ts';

/** What a delegation notes for itself on the same thing. Kept as it is typed; it is stated to nobody. */
export function PrivateNote({ target }: { target: Target }) {
  const { notes } = useSession();
  return notes && <Note notes={notes} target={target} />;
}

function Note({ notes, target }: { notes: NonNullable<Session['notes']>; target: Target }) {
  const say = useText();
  const { me } = useSession();
  const { groups } = useRoster();
  const words = useObserved(notes.notes).get(targetKey(target)) ?? '';
  const shared = groups.some(({ code }) => code === me.code);
  return (
    <TextField
      className="position-note"
      label={say('position.note')}
      rows={2}
      maxLength={NOTE_LIMIT}
      value={words}
      onChange={(next) => notes.write(target, next)}
      description={say(shared ? 'position.note.what.group' : 'position.note.what')}
    />
  );
}
