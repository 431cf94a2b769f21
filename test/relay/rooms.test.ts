import { expect, test } from 'vitest';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

test('R4 what two members write at once reaches both, and each is told when it is on disk', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const one = await RawClient.join(here.relay, chair, 'text').untilSynced();
  const two = await RawClient.join(here.relay, eu, 'text').untilSynced();
  one.doc.getText('meta').insert(0, 'abc');
  two.doc.getText('meta').insert(0, 'xyz');
  await Promise.all([one.untilSaved(), two.untilSaved()]);
  await one.until(() => one.doc.getText('meta').length === 6, 'both words are there');
  await two.until(() => two.doc.getText('meta').length === 6, 'both words are there');
  expect(one.doc.getText('meta').toString()).toBe(two.doc.getText('meta').toString());
});
