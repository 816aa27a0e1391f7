/**
 * What the API refuses a call with: HTTP 200 and `Response.Error` of this code and message; `chinese`: its words for who asks
 * in Chinese, where it has others.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly chinese: string | undefined;

  constructor(code: string, message: string, chinese?: string) {
    super(message);
    this.code = code;
    this.chinese = chinese;
    this.name = 'Refusal';
  }
}
