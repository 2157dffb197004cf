/** What the links of a text amount to, for the text model. */
export interface LinkFacts {
  readonly links: number;
  readonly disguised: number;
  readonly messengers: number;
  readonly shorteners: number;
  readonly official: number;
  readonly throwaway: number;
  readonly lookalikes: number;
  readonly scamForms: number;
  readonly emails: number;
}
