/** What every request carries through the server. */
export interface Env {
  Variables: {
    requestId: string;
    /** Of this answer's content security policy. */
    nonce: string;
  };
}
