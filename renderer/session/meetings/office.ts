import { Fault } from '../../../shared/schema/result.ts';
import { invitationLink } from '../../../shared/sync/protocol/invitation.ts';
import type { ChairOffice } from '../chair.ts';
import type { KnownMeeting } from './known-meetings.ts';
import { relayApi } from './relay-api.ts';

/** A meeting on this machine alone has nobody to invite and no record. */
export const noOffice: ChairOffice = {
  publish: () => Promise.reject(new Fault('relay-unavailable')),
  invite: () => Promise.reject(new Fault('relay-unavailable')),
  invitations: () => Promise.reject(new Fault('relay-unavailable')),
  revoke: () => Promise.reject(new Fault('relay-unavailable')),
};

/** The chair's office at the meeting's relay. */
export function officeOf({ meeting, relayUrl }: KnownMeeting, token: string | undefined): ChairOffice {
  if (relayUrl === undefined) return noOffice;
  const relay = relayApi(relayUrl, token);
  return {
    publish: () => relay.publish(meeting),
    invitations: () => relay.invitations(meeting),
    revoke: (id) => relay.revoke(meeting, id),
    async invite({ role, code, name, person }) {
      const invited = await relay.invite(meeting, { role, code, name, person });
      return { ...invited, link: invitationLink(relayUrl, invited.token) };
    },
  };
}
