import { Fault } from '../../../shared/schema/result.ts';
import { invitationLink } from '../../../shared/sync/protocol/invitation.ts';
import type { ChairOffice } from '../chair.ts';
import type { KnownMeeting } from './known-meetings.ts';
import { relayApi } from './relay-api.ts';

/** The chair's office at the meeting's relay; a meeting on this machine alone has nobody to invite and no record. */
export function officeOf(known: KnownMeeting, token: string | undefined): ChairOffice {
  const { relayUrl } = known;
  if (relayUrl === undefined) {
    const withoutRelay = () => Promise.reject(new Fault('relay-unavailable'));
    return { publish: withoutRelay, invite: withoutRelay, revoke: withoutRelay };
  }
  const relay = relayApi(relayUrl, token);
  return {
    publish: () => relay.publish(known.meeting),
    revoke: (revoked) => relay.revoke(known.meeting, revoked),
    async invite(request) {
      const { role, code, name, person } = request;
      const invited = await relay.invite(known.meeting, { role, code, name, person });
      return { ...invited, link: invitationLink(relayUrl, invited.token) };
    },
  };
}
