/** What the API refuses a call with: HTTP 200 and `Response.Error` of this code and message. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
    this.name = 'Refusal';
  }
}
