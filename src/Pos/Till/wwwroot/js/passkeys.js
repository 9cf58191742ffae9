// Asks the browser for passkeys, called from BrowserPasskeys. Options and answers are the JSON forms of Web Authentication, level 3.

export const works = () => typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function';

export const make = options => ask(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) }));

export const use = options => ask(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) }));

// Nothing when the person has closed the browser's question, or it cannot be answered here: the screen says so.
async function ask(question) {
  try {
    return JSON.stringify(await question());
  } catch (problem) {
    if (!(problem instanceof DOMException))
      throw problem;
    console.warn('No passkey was given.', problem.name);
    return null;
  }
}
