import { encodeAsk } from '../../../shared/sync/protocol/sync-frame.ts';
import { awarenessFrame } from '../support/awareness.ts';
import { CARET, type Siege } from '../support/siege.ts';
import { RawClient } from '../support/raw-client.ts';
import type { Attack } from './attack.ts';
import type { Heading } from './table.ts';

/** Nobody sees any of it, and the line goes on. */
const presence = (
  heading: Heading,
  what: string,
  reason: string,
  frame: Uint8Array | ((field: Siege) => Uint8Array),
): Attack => ({
  heading,
  what,
  who: 'RUS',
  event: 'refused',
  reason,
  answer: undefined,
  strike: (field) => send(field, typeof frame === 'function' ? frame(field) : frame),
});

async function send(field: Siege, frame: Uint8Array): Promise<string | undefined> {
  const client = await RawClient.join(field.here.relay, field.seats['RUS']!, 'text').untilSynced();
  client.send(frame);
  // What was sent before it has been read when this is answered.
  const heard = client.frames.length;
  client.send(encodeAsk(Uint8Array.of(0)));
  await client.until(() => client.closed !== undefined || client.frames.length > heard, 'read');
  const { closed } = client;
  client.socket.terminate();
  return closed?.reason;
}

const IMPERSONATES = 'awareness that impersonates';
const GROWS = 'awareness that grows';

export const PRESENCE_ATTACKS: readonly Attack[] = [
  presence(
    IMPERSONATES,
    "moving another's caret",
    'presence-not-yours',
    awarenessFrame([[CARET, 1e9, { movedAt: 9 }]]),
  ),
  presence(
    IMPERSONATES,
    "moving another's caret among one's own",
    'presence-not-yours',
    awarenessFrame([
      [CARET, 1e9, { movedAt: 9 }],
      [CARET, 1e9 + 1, null],
    ]),
  ),
  presence(IMPERSONATES, 'showing an id that another has written with', 'presence-not-yours', (field) =>
    awarenessFrame([[field.known().other, 1, {}]]),
  ),
  presence(
    GROWS,
    'a caret of 600 kB',
    'presence-too-large',
    awarenessFrame([[900, 1, { anchor: 'x'.repeat(600_000) }]]),
  ),
  presence(GROWS, 'a caret that is no JSON', 'presence-malformed', awarenessFrame([[901, 1, '{']])),
  presence(GROWS, 'a caret that is a list', 'presence-malformed', awarenessFrame([[902, 1, [1]]])),
  presence(
    GROWS,
    'a place longer than any id',
    'presence-malformed',
    awarenessFrame([[903, 1, { provision: 'x'.repeat(100) }]]),
  ),
  presence(GROWS, 'billions of carets', 'presence-malformed', Uint8Array.of(1, 5, 200, 200, 200, 200, 1)),
];
