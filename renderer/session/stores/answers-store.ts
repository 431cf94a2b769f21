import { answerKey, decodeAnswer } from '../../../shared/procedure/sounding-record.ts';
import type { SoundingAnswer } from '../../../shared/schema/sounding.ts';
import type { Observed } from '../contract.ts';
import type { RoomSet } from '../room-set.ts';
import { confidant, confidenceOf, ROOTS, type RoomName } from '../rooms.ts';
import { gather } from './gathered.ts';

type Place = Pick<SoundingAnswer, 'delegation' | 'sounding' | 'source'>;

/** Answers to the chair's tests of a wording, as the member may see them. */
export interface AnswersStore {
  readonly answers: Observed<readonly SoundingAnswer[]>;
  /** One answer a delegation: told to the other audience, it is taken back there. */
  answer(answer: SoundingAnswer): void;
  withdraw(answer: Place): void;
  stop(): void;
}

export function openAnswers(rooms: RoomSet): AnswersStore {
  const { values, write, stop } = gather({ rooms, root: ROOTS.answers, decode: decodeIn });
  // What was said from the floor, the room heard.
  const roomsOf = ({ delegation, source }: Place) =>
    source === 'floor'
      ? ({ room: 'positions', chair: 'positions' } as const)
      : ({ room: 'positions', chair: confidenceOf(delegation) } as const);
  return {
    answers: values,
    answer(answer) {
      const { room, chair } = roomsOf(answer);
      const [there, elsewhere] = answer.audience === 'chair' ? [chair, room] : [room, chair];
      write(there, answerKey(answer), { stance: answer.stance, at: answer.at });
      if (elsewhere !== there) write(elsewhere, answerKey(answer), undefined);
    },
    withdraw(answer) {
      for (const name of Object.values(roomsOf(answer))) write(name, answerKey(answer), undefined);
    },
    stop,
  };
}

/** In a delegation's confidence only that delegation's own word counts, whoever wrote the entry. */
function decodeIn(name: RoomName, key: string, value: unknown): SoundingAnswer | undefined {
  const code = confidant(name);
  const answer = decodeAnswer(key, value, code === undefined ? 'room' : 'chair');
  return code === undefined || answer?.delegation === code ? answer : undefined;
}
