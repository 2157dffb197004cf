import createCache from '@emotion/cache';
import { StyleSheet } from '@emotion/sheet';

/**
 * Emotion writes its rules into `<style>` elements, which a content security policy of `style-src 'self'` forbids.
 * This sheet adopts a constructed stylesheet instead: scripts may always do that, so the policy needs no exception.
 */
class ConstructedSheet extends StyleSheet {
  private readonly sheet = new CSSStyleSheet();

  constructor(options: ConstructorParameters<typeof StyleSheet>[0]) {
    super(options);
    const sheets = document.adoptedStyleSheets;
    // Global rules come first, so that a component's own rules win over them.
    document.adoptedStyleSheets = options.key.endsWith('-global')
      ? [this.sheet, ...sheets]
      : [...sheets, this.sheet];
  }

  override insert(rule: string) {
    try {
      this.sheet.insertRule(rule, this.sheet.cssRules.length);
    } catch {
      // Vendor-prefixed selectors of other browsers do not parse here; emotion emits them for every browser.
    }
    // Emotion asks for tags only to learn whether there is something to flush before it inserts global rules again.
    if (this.tags.length === 0) this.tags = [document.createElement('style')];
  }

  override flush() {
    this.sheet.replaceSync('');
    this.tags = [];
  }
}

export function createStyleCache() {
  const cache = createCache({ key: 'cw' });
  cache.sheet = new ConstructedSheet({ key: 'cw', container: document.head, speedy: true });
  return cache;
}
