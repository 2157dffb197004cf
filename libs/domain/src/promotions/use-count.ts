/** Uses of a promotion with the accounts behind them and what they cost. */
export class UseCount {
  uses = 0;
  costCoins = 0n;
  private readonly who = new Set<string>();

  get accounts(): number {
    return this.who.size;
  }

  add(accountId: string, costCoins: bigint): void {
    this.uses++;
    this.costCoins += costCoins;
    this.who.add(accountId);
  }
}
