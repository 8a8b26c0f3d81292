/* Asks a passkey for the forms that are marked with data-passkey, and sends its answer along. The
   forms stay hidden where there is no script, or no browser that knows passkeys. */
(() => {
  'use strict';
  if (!window.PublicKeyCredential) return;

  const bytes = text =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer =>
    buffer &&
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const keys = list => (list || []).map(key => ({ ...key, id: bytes(key.id) }));

  const make = question =>
    navigator.credentials.create({
      publicKey: {
        ...question,
        challenge: bytes(question.challenge),
        user: { ...question.user, id: bytes(question.user.id) },
        excludeCredentials: keys(question.excludeCredentials),
      },
    });
  const use = question =>
    navigator.credentials.get({
      publicKey: {
        ...question,
        challenge: bytes(question.challenge),
        allowCredentials: keys(question.allowCredentials),
      },
    });

  const written = key => {
    const response = { clientDataJSON: text(key.response.clientDataJSON) };
    for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (key.response[part]) response[part] = text(key.response[part]);
    }
    return JSON.stringify({
      type: key.type,
      id: key.id,
      response,
      clientExtensionResults: key.getClientExtensionResults(),
    });
  };

  const ask = async form => {
    const purpose = form.dataset.passkey;
    const answer = await fetch('/sign-in/passkey', {
      method: 'POST',
      body: new URLSearchParams({ for: purpose }),
    });
    // where nothing may be asked, the page says what is to be done first
    if (!answer.ok) return;
    const question = (await answer.json()).publicKey;
    form.elements.credential.value = written(
      await (purpose === 'register' ? make(question) : use(question)),
    );
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    const failed = form.querySelector('[data-failed]');
    form.addEventListener('submit', event => {
      if (!form.reportValidity()) {
        event.preventDefault();
        return;
      }
      event.preventDefault();
      failed.hidden = true;
      ask(form).then(
        () => HTMLFormElement.prototype.submit.call(form),
        () => {
          failed.hidden = false;
        },
      );
    });
  }
})();
