import { useEffect } from 'react';

/** Where react-admin's <Title> writes the page's title. */
const TITLE_ID = 'react-admin-title';

/** The browser's tab says what the page says: whoever works a queue has many of them open. */
export function useDocumentTitle(): void {
  useEffect(() => {
    const title = document.getElementById(TITLE_ID);
    if (!title) return;
    const update = () => {
      document.title = title.textContent ? `${title.textContent} · Coinwarden` : 'Coinwarden';
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(title, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, []);
}
