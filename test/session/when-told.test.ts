import { expect, test } from 'vitest';
import type { SaveState } from '../../renderer/session/contract.ts';
import { keep } from '../../renderer/session/stores/observed.ts';
import { whenTold } from '../../renderer/session/when-told.ts';

const state = (type: 'connecting' | 'offline' | 'saving'): SaveState => ({ type, pending: 0, kept: true });

test('F9 what happened meanwhile is looked for when the relay has told it, however late, and once', () => {
  const save = keep<SaveState>(state('connecting'));
  let told = 0;
  whenTold(save, () => (told += 1));
  save.set(state('offline'));
  save.set(state('connecting'));
  expect(told).toBe(0);
  save.set({ type: 'saved' });
  save.set(state('saving'));
  save.set({ type: 'saved' });
  expect(told).toBe(1);
});

test('F9 at once where there is no relay, and never for who has left', () => {
  let told = 0;
  whenTold(keep<SaveState>({ type: 'local', kept: true }), () => (told += 1));
  expect(told).toBe(1);
  const save = keep<SaveState>(state('connecting'));
  whenTold(save, () => (told += 1))();
  save.set({ type: 'saved' });
  expect(told).toBe(1);
});
