import type { RoomRef } from '../../procedure/rights.ts';
import type { Policy } from './policy.ts';
import { chairPolicy } from './rooms/chair-room.ts';
import { deskPolicy } from './rooms/desk-room.ts';
import { positionsPolicy } from './rooms/positions-room.ts';
import { textPolicy } from './rooms/text-room.ts';

/** The record is written by the relay, which needs no permission. */
const NOBODY: Policy = { put: () => 'room-read-only', take: () => 'room-read-only' };

/** What a room's schema lets whom do. */
export function policyOf(room: RoomRef): Policy {
  switch (room.kind) {
    case 'text':
      return textPolicy;
    case 'chair':
      return chairPolicy;
    case 'positions':
    case 'confidence':
      return positionsPolicy;
    case 'desk':
      return deskPolicy;
    case 'record':
      return NOBODY;
  }
}
