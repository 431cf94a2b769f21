import type { Catalog } from '../catalog.ts';
import { app } from './app.ts';
import { board } from './board.ts';
import { chair } from './chair.ts';
import { compare } from './compare.ts';
import { drafting } from './drafting.ts';
import { finding } from './finding.ts';
import { positions } from './positions.ts';
import { reader } from './reader.ts';
import { reasons } from './reasons.ts';
import { sounding } from './sounding.ts';
import { desk } from './desk.ts';
import { division } from './division.ts';
import { room } from './room.ts';
import { start } from './start.ts';
import { terms } from './terms.ts';

export const catalog: Catalog = {
  ...app,
  ...terms,
  ...reasons,
  ...start,
  ...division,
  ...desk,
  ...sounding,
  ...drafting,
  ...reader,
  ...chair,
  ...compare,
  ...board,
  ...positions,
  ...room,
  ...finding,
};
