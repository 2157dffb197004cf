import type { SearchAnswer, SearchHit, SearchKind } from '@coinwarden/contracts';
import type { SvgIconComponent } from '@mui/icons-material';
import { addressOf, addressOfAll, iconOf } from './hit-kinds';
import type { Recent } from './recents';
import type { SettingHit } from './settings';

/** One line that can be chosen. */
export interface Choice {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly detail: string | null;
  readonly icon: SvgIconComponent | undefined;
  /** What the server said of it, for a record. */
  readonly hit?: SearchHit & { readonly kind: SearchKind };
}

export interface ChoiceGroup {
  /** The key of its heading. */
  readonly name: string;
  readonly choices: readonly Choice[];
  /** Where the rest is listed. */
  readonly all: string | null;
  readonly more: boolean;
}

export const recentChoices = (recents: readonly Recent[]): ChoiceGroup[] =>
  recents.length === 0
    ? []
    : [
        {
          name: 'search.recent',
          all: null,
          more: false,
          choices: recents.map((recent) => ({ key: `recent ${recent.to}`, icon: undefined, ...recent })),
        },
      ];

export const settingChoices = (settings: readonly SettingHit[]): ChoiceGroup[] =>
  settings.length === 0
    ? []
    : [
        {
          name: 'search.pages',
          all: null,
          more: false,
          choices: settings.map((setting) => ({ key: `page ${setting.to}`, ...setting })),
        },
      ];

export const hitChoices = (answer: SearchAnswer | undefined): ChoiceGroup[] =>
  (answer?.groups ?? []).map(({ kind, hits, more }) => ({
    name: `search.kind.${kind}`,
    more,
    all: more && answer ? addressOfAll(kind, answer.query) : null,
    choices: hits.map((hit) => ({
      key: `${kind} ${hit.id} ${hit.title}`,
      to: addressOf(kind, hit),
      title: hit.title,
      detail: hit.detail,
      icon: iconOf(kind),
      hit: { ...hit, kind },
    })),
  }));
