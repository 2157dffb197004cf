/** An error as Stripe words it. https://docs.stripe.com/api/errors */
export class StripeProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly param: string | null = null,
  ) {
    super(message);
  }

  get body(): object {
    const type =
      this.code === 'idempotency_error'
        ? 'idempotency_error'
        : this.status >= 500
          ? 'api_error'
          : 'invalid_request_error';
    return {
      error: {
        type,
        ...(type === 'invalid_request_error' && { code: this.code }),
        message: this.message,
        ...(this.param !== null && { param: this.param }),
      },
    };
  }
}

export const missing = (what: string, id: string, param = 'id'): StripeProblem =>
  new StripeProblem(404, 'resource_missing', `No such ${what}: '${id}'`, param);

export const invalid = (param: string, message: string): StripeProblem =>
  new StripeProblem(400, 'parameter_invalid', message, param);
