export const length: number;
export const text: string;
