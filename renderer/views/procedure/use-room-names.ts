import { useMemo } from 'react';
import type { ActId, BracketId, Code, ProvisionId } from '../../../shared/schema/ids.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import type { Wording as PutWording } from '../../../shared/procedure/room/act.ts';
import type { RecordedVote, VoteSubject } from '../../../shared/procedure/vote/vote.ts';
import { useText } from '../../i18n/text.tsx';
import { useRoster } from '../../session/hooks.ts';
import { useWording } from '../../session/wording.ts';

/** What things are called in the room's panel. */
export interface RoomNames {
  provision(id: ProvisionId): string;
  variant(bracket: BracketId, variant: VariantId): string;
  bracket(id: BracketId): string;
  put(wording: PutWording): string;
  subject(subject: VoteSubject): string;
  delegation(code: Code): string;
}

export function useRoomNames(): RoomNames {
  const say = useText();
  const wording = useWording();
  const { delegations } = useRoster();
  return useMemo(() => {
    const names = new Map(delegations.map(({ code, name }) => [code, name]));
    const quoted = (words: string) =>
      words.trim() === '' ? say('room.silence.no-text') : say('board.wording', { words });
    const provision = (id: ProvisionId) => {
      const number = wording.number(id);
      return number ? say('room.para', { number }) : quoted(wording.opening(id).slice(0, 40));
    };
    return {
      provision,
      variant: (bracket, variant) => quoted(wording.variantWords(bracket, variant) ?? ''),
      bracket: (id) => quoted(wording.bracketWords(id)),
      put: (put) => (put.type === 'whole' ? say('room.whole') : provision(put.provision)),
      subject(subject) {
        switch (subject.type) {
          case 'whole':
            return say('room.whole');
          case 'provision':
            return provision(subject.provision);
          case 'wording': {
            const home = wording.bracket(subject.bracket)?.pieces[0]?.provision;
            const words = quoted(subject.words.slice(0, 80));
            return home ? say('room.vote.wording', { words, provision: provision(home) }) : words;
          }
        }
      },
      delegation: (code) => names.get(code) || code,
    };
  }, [say, wording, delegations]);
}

/** The act that opened a vote; a vote's id is that act's. */
export const actOf = (vote: RecordedVote): ActId => vote.opening.id as string as ActId;
