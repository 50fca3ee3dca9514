import { escapeHtml } from '../../../../common/html.ts';

/** An address that may be followed from a report: nothing that runs. Null where it is none. */
export function safeAddress(address: string): string | null {
  const bare = address.trim();
  return /^(?:https?:\/\/|mailto:)[^\s\x00-\x1f]+$/i.test(bare) ? bare : null;
}

/** A link out of the report, or its text alone. `html` is HTML already. */
export function linkOut(address: string, html: string): string {
  const safe = safeAddress(address);
  return safe === null ? html : `<a href="${escapeHtml(safe)}" rel="noreferrer noopener">${html}</a>`;
}
