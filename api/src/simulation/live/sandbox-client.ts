/** Lets things happen at the payment provider of a demo. */
export class SandboxClient {
  constructor(private readonly sandbox: { readonly url: string; readonly key: string }) {}

  /** Answers what failed, or null. */
  async letHappen(what: 'disputes' | 'warnings', body: object): Promise<string | null> {
    try {
      const answer = await fetch(`${this.sandbox.url}/sandbox/${what}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${this.sandbox.key}` },
        body: JSON.stringify(body),
      });
      await answer.arrayBuffer();
      return answer.ok ? null : `sandbox ${answer.status}`;
    } catch {
      return 'sandbox unreachable';
    }
  }
}
