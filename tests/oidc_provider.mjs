// A real provider of identities for the tests: node oidc_provider.mjs PORT FOLDER, where FOLDER holds node_modules.
// Whoever types a name at its own form is signed in by that name.
import { createRequire } from 'node:module';

const [port, folder] = process.argv.slice(2);
const found = createRequire(`${folder}/package.json`)('oidc-provider');
const Provider = found.default ?? found.Provider ?? found;

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'hjemmebesok',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: ['http://127.0.0.1/signed-in'],
  }],
  pkce: { required: () => true },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  features: { devInteractions: { enabled: true } },
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
