import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '../../shared/schema/result.ts';
import { App } from './App.tsx';
import './fonts.css';
import './tokens.css';
import './base.css';

const root = document.getElementById('root');
invariant(root, 'the page has a root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
