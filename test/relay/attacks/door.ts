import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { closeReason } from '../../../shared/sync/protocol/close.ts';
import { readInvitation } from '../../../shared/sync/protocol/invitation.ts';
import { RawClient, roomUrl } from '../support/raw-client.ts';
import { upgrade } from '../support/raw-upgrade.ts';
import type { Siege } from '../support/siege.ts';
import type { Attack } from './attack.ts';
import type { Heading } from './table.ts';

const TYPE = 'rostrum-invitation';
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Opens a connection with this token; how it was closed. Not one frame may have come before that. */
async function knock(url: string, token: string): Promise<string | number> {
  const client = new RawClient(url, token === '' ? ['rostrum.1'] : ['rostrum.1', token], { silent: true });
  const { code } = await client.untilClosed();
  return client.frames.length > 0 ? `${client.frames.length} frames` : (closeReason(code) ?? code);
}

const token = (
  heading: Heading,
  what: string,
  reason: string,
  make: (field: Siege) => string | Promise<string>,
): Attack => ({
  heading,
  what,
  who: 'nobody',
  event: 'not-admitted',
  reason,
  answer: reason,
  strike: async (field) => knock(roomUrl(field.here.relay, field.seats['chair']!, 'text'), await make(field)),
});

const chairOf = ({ seats }: Siege): string => seats['chair']!.token;
const claimsOf = (field: Siege) => ({ ...readInvitation(chairOf(field)) });

async function signed(field: Siege, alg: 'EdDSA' | 'ES256' | 'HS256'): Promise<string> {
  const make = new SignJWT(claimsOf(field)).setProtectedHeader({ alg, typ: TYPE });
  if (alg !== 'HS256') return make.sign((await generateKeyPair(alg)).privateKey);
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return make.sign(Buffer.from(JSON.stringify(await exportJWK(publicKey))));
}

const TOKENS = 'stale, altered, foreign, expired and revoked tokens';

const TOKEN_ATTACKS: readonly Attack[] = [
  token(TOKENS, 'none', 'token-invalid', () => ''),
  token(TOKENS, 'garbage', 'token-invalid', () => 'garbage'),
  token(TOKENS, 'three parts of garbage', 'token-invalid', () => 'a.b.c'),
  token(TOKENS, 'signed by a key of its own', 'token-invalid', (field) => signed(field, 'EdDSA')),
  token(TOKENS, 'signed by another algorithm', 'token-invalid', (field) => signed(field, 'ES256')),
  token(TOKENS, 'a public key as a secret', 'token-invalid', (field) => signed(field, 'HS256')),
  token(TOKENS, 'another role written in', 'token-invalid', (field) => {
    const [head, , signature] = chairOf(field).split('.');
    return `${head}.${encode({ ...claimsOf(field), role: 'secretariat' })}.${signature}`;
  }),
  token(TOKENS, 'the signature left out', 'token-invalid', (field) => chairOf(field).replace(/[^.]*$/, '')),
  token(TOKENS, 'one that has run out', 'token-expired', ({ seats }) => seats['expired']!.token),
  token(TOKENS, 'one that was taken back', 'token-revoked', ({ seats }) => seats['revoked']!.token),
  token('alg: none', 'no algorithm', 'token-invalid', (field) => new UnsecuredJWT(claimsOf(field)).encode()),
  token(
    'alg: none',
    'no algorithm, of the right type',
    'token-invalid',
    (field) => `${encode({ alg: 'none', typ: TYPE })}.${chairOf(field).split('.')[1]}.`,
  ),
  token('a token for another meeting', 'a good one', 'token-invalid', ({ seats }) => seats['stranger']!.token),
  {
    ...token('a token for another meeting', 'into a meeting that is none', 'room-unknown', chairOf),
    strike: (field) => knock(roomUrl(field.here.relay, { meeting: 'zzzzzzzzzzzz' }, 'text'), chairOf(field)),
  },
];

const closed = (who: string, room: string): Attack => ({
  heading: 'a room that the role does not open',
  what: `${who} in ${room}`,
  who,
  event: 'not-admitted',
  reason: 'room-forbidden',
  answer: 'room-forbidden',
  strike: ({ here, seats }) => knock(roomUrl(here.relay, seats[who]!, room), seats[who]!.token),
});

const CLOSED_ROOMS: readonly Attack[] = [
  ...['text', 'chair', 'positions', 'confidence/EU', 'confidence/OBS', 'desk/EU', 'desk/OBS'].map((room) =>
    closed('observer', room),
  ),
  ...['confidence/EU', 'desk/EU', 'desk/CHAIR'].map((room) => closed('RUS', room)),
  ...['desk/EU', 'desk/RUS'].map((room) => closed('chair', room)),
  ...['confidence/EU', 'desk/EU', 'desk/CHAIR'].map((room) => closed('secretariat', room)),
];

/** Paths as a client writes them; `ID` stands for the meeting. */
const PATHS = [
  '',
  'rooms',
  'rooms/ID',
  'rooms/ID/',
  'rooms/ID/nothing',
  'rooms/ID/text/',
  'rooms/ID/text/more',
  'rooms/ID/TEXT',
  'rooms/ID/confidence',
  'rooms/ID/confidence/',
  'rooms/ID/confidence/eu',
  'rooms/ID/desk/EU/EU',
  'rooms/ID/ledger',
  'rooms/ID/%74ext',
  'rooms/ID/text?room=record',
  'rooms/ID//text',
  'rooms/ID/record/../text',
  'rooms/ID/./text',
  'rooms/ID/text#record',
  'rooms/ID\\text',
  'rooms/aaaaaaaaaaaa/text',
  'rooms/constructor/text',
  'rooms/__proto__/text',
];

const PATH_ATTACKS = PATHS.map((path): Attack => ({
  heading: 'path tricks in room names',
  what: `/${path}`,
  who: 'chair',
  event: 'not-admitted',
  reason: 'room-unknown',
  answer: 'room-unknown',
  async strike({ here, seats }) {
    const { meeting } = seats['chair']!;
    const { code } = await upgrade(here.relay.port, {
      path: `/${path.replace('ID', meeting)}`,
      token: seats['chair']!.token,
    });
    return code === undefined ? undefined : closeReason(code);
  },
}));

/** `HOST` stands for the relay's own name and port, `PORT` for its port. */
const FORGERIES: readonly (readonly [host: string, origin: string | undefined, reason: string])[] = [
  ['HOST', 'http://evil.example', 'origin-foreign'],
  ['HOST', 'null', 'origin-foreign'],
  ['HOST', 'file://', 'origin-foreign'],
  ['HOST', 'app://bundle.evil.example', 'origin-foreign'],
  ['HOST', 'http://HOST.evil.example', 'origin-foreign'],
  ['HOST', 'http://localhost:PORT', 'origin-foreign'],
  ['evil.example', 'http://evil.example', 'host-unknown'],
  ['127.0.0.1.evil.example:PORT', undefined, 'host-unknown'],
  ['evil.example@HOST', undefined, 'host-unknown'],
  ['', undefined, 'host-unknown'],
];

const FORGED_HOSTS = FORGERIES.map(([host, origin, reason]): Attack => ({
  heading: 'Origin and Host forgery',
  what: `host "${host}", origin ${origin}`,
  who: 'chair',
  event: 'upgrade-refused',
  reason,
  answer: 403,
  async strike({ here, seats }) {
    const { port } = here.relay;
    const named = (text: string): string => text.replace('HOST', `127.0.0.1:${port}`).replace('PORT', String(port));
    const { status } = await upgrade(port, {
      path: `/rooms/${seats['chair']!.meeting}/text`,
      token: seats['chair']!.token,
      host: named(host),
      origin: origin === undefined ? undefined : named(origin),
    });
    return status;
  },
}));

export const DOOR_ATTACKS: readonly Attack[] = [...TOKEN_ATTACKS, ...CLOSED_ROOMS, ...PATH_ATTACKS, ...FORGED_HOSTS];
