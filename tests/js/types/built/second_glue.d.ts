type Methods = Record<string, (this: unknown, ...given: unknown[]) => unknown>;

/** Of which build the part is. */
export const BUILD: string;
export const methods: Record<string, Methods>;
export const frees: Record<string, (pointer: number) => void>;
export function connect(first: object, helpers: unknown[]): void;
export function imports(first: object, known: object): WebAssembly.ModuleImports;
export function arrive(exports: WebAssembly.Exports): void;
export function secondArrived(): void;
