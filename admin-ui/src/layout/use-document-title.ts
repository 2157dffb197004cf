import { useEffect } from 'react';

/** Where react-admin's <Title> writes the page's title. */
const TITLE_ID = 'react-admin-title';

/**
 * The browser's tab says what the page says: whoever works a queue has many of them open. A page that has not said
 * anything yet, or never will because its record is missing, is called by where it stands.
 */
export function useDocumentTitle(place: string): void {
  useEffect(() => {
    const title = document.getElementById(TITLE_ID);
    if (!title) return;
    const update = () => {
      const said = title.textContent || place;
      document.title = said ? `${said} · Coinwarden` : 'Coinwarden';
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(title, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [place]);
}
