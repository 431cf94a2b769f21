import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '../../shared/schema/result.ts';
import { hostHere } from '../host/host.ts';
import { openKnownMeetings } from '../session/meetings/known-meetings.ts';
import { App } from './App.tsx';
import './fonts.css';
import './tokens.css';
import './base.css';

const root = document.getElementById('root');
invariant(root, 'the page has a root');

const away = () => Promise.reject(new Error('relay-unavailable'));
const entrance = {
  known: openKnownMeetings(localStorage).list,
  kept: async () => [],
  openDemonstration: away,
  make: away,
  join: away,
  reopen: away,
  forget: async () => {},
  joinFromAddress: async () => undefined,
};

createRoot(root).render(
  <StrictMode>
    <App host={hostHere()} entrance={entrance} />
  </StrictMode>,
);
