import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import { invariant } from '../../shared/schema/result.ts';
import { hostHere } from '../host/host.ts';
import { openEntrance } from '../session/meetings/entrance.ts';
import { App } from './App.tsx';
import './fonts.css';
import './tokens.css';
import './base.css';

const root = document.getElementById('root');
invariant(root, 'the page has a root');

const host = hostHere();
const entrance = openEntrance({
  host,
  demonstration: () => {
    const { profile, ...meeting } = demonstration(Date.now());
    return { ...meeting, title: profile.title, symbol: profile.symbol, language: profile.language };
  },
  clock: Date.now,
  random: Math.random,
  storage: reachableStorage(),
  address: { location, history },
});

createRoot(root).render(
  <StrictMode>
    <App host={host} entrance={entrance} />
  </StrictMode>,
);

/** Reading the property throws where site data is blocked. */
function reachableStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
