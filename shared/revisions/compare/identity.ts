import type { BracketId, ProvisionId } from '../../schema/ids.ts';

/**
 * What an id keeps in every state of a draft: its digits. An unattributed revision gives all ids the chair's code, the
 * live text carries the proponents' (rule F10).
 */
export function identityOf(id: ProvisionId | BracketId): string {
  return id.slice(id.indexOf('-') + 1);
}
