// Verifies credentials with the library `jose`, by the keys of a DID document. Reads {document, envelopes} as JSON from
// standard input and writes what each envelope says, or why it is refused.
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";

const text = await new Response(process.stdin).text();
const { document, envelopes } = JSON.parse(text);

async function opened(envelope) {
  const { kid, alg, typ } = decodeProtectedHeader(envelope);
  const method = document.verificationMethod.find((one) => one.id === kid);
  if (!method || !document.assertionMethod.includes(kid)) throw new Error(`no key ${kid}`);
  if (typ !== "vc+jwt") throw new Error(`type ${typ}`);
  const jwk = method.publicKeyJwk ?? jwkOf(method.publicKeyMultibase);
  const { payload } = await compactVerify(envelope, await importJWK(jwk, alg), { algorithms: ["ES256", "Ed25519"] });
  return JSON.parse(new TextDecoder().decode(payload));
}

// A Multikey of Ed25519: multibase base58 ("z"), multicodec 0xed01, 32 bytes.
function jwkOf(multikey) {
  const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  let number = 0n;
  for (const letter of multikey.slice(1)) number = number * 58n + BigInt(alphabet.indexOf(letter));
  const bytes = Buffer.from(number.toString(16).padStart(68, "0"), "hex");
  return { kty: "OKP", crv: "Ed25519", x: bytes.subarray(2).toString("base64url") };
}

const answers = await Promise.all(
  envelopes.map((one) => opened(one).then((said) => ({ said }), (error) => ({ refused: error.code ?? error.message }))),
);
console.log(JSON.stringify(answers));
