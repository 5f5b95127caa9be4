/** Whether the bytes of a response are those of which the mark is the beginning of the SHA-256, in hexadecimal. */
export async function bears(mark, response) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return (
    mark !== "" &&
    Array.from(digest, (byte) => byte.toString(16).padStart(2, "0"))
      .join("")
      .startsWith(mark)
  );
}
