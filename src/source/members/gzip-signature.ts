/** Whether a file is compressed by gzip. In: its bytes. Out: true or false. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
