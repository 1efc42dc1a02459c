/** 429 as a problem document, with when to come back. */
export const tooManyAttempts = (waitMs: number): Response =>
  new Response(JSON.stringify({ type: "about:blank", title: "Too many attempts.", status: 429 }), {
    status: 429,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "retry-after": String(Math.ceil(waitMs / 1000)),
    },
  });
