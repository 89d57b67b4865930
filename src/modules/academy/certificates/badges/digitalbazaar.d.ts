// What of the libraries by Digital Bazaar is used here; they come without types.

declare module "@digitalbazaar/credentials-context" {
  export const named: {
    get(name: "v2"): { id: string; context: Record<string, unknown> };
  };
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: {
    canonize(document: object, options: object): Promise<string>;
  };
}

declare module "@digitalbazaar/data-integrity" {
  export const DataIntegrityProof: new (options: {
    signer?: object;
    date?: string;
    cryptosuite: object;
  }) => object;
}

declare module "@digitalbazaar/ed25519-multikey" {
  interface Multikey {
    signer(): object;
    export(what: { publicKey: true; secretKey?: true }): Promise<Record<string, string>>;
  }
  export function generate(options: { controller: string }): Promise<Multikey>;
  export function from(key: Record<string, unknown>): Promise<Multikey>;
}

declare module "@digitalbazaar/vc" {
  type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
  export function issue(options: {
    credential: object;
    suite: object;
    documentLoader: Loader;
    now: string;
  }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: {
    credential: object;
    suite: object;
    documentLoader: Loader;
    now: string;
    checkStatus: (options: object) => Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: unknown }>;
}

declare module "@digitalbazaar/vc-bitstring-status-list" {
  interface List {
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
  }
  export function createList(options: { length: number }): Promise<List>;
  export function decodeList(options: { encodedList: string }): Promise<List>;
  export function createCredential(options: {
    id: string;
    list: List;
    statusPurpose: string;
  }): Promise<Record<string, unknown>>;
}
