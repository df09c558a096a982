/** A refusal by the rules: the first of a mutation's `errors`. */
export class Refused extends Error {
  constructor(mutation, { code, message }) {
    super(`${mutation}: ${code}: ${message}`);
    this.code = code;
  }
}

/** Speaks GraphQL to the API as whoever the credential belongs to. */
export function client(url, credential) {
  async function ask(query, variables = {}) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(credential ? { authorization: `Bearer ${credential}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors?.length) throw new Error(errors[0].message);
    return data;
  }

  /** Calls a mutation and answers its payload; its input type is named after it. */
  async function act(mutation, fields, input) {
    const type = `${mutation[0].toUpperCase()}${mutation.slice(1)}Input`;
    const data = await ask(`mutation($input: ${type}!) { ${mutation}(input: $input) { ${fields} errors { code message } } }`, { input });
    const { errors, ...payload } = data[mutation];
    if (errors.length > 0) throw new Refused(mutation, errors[0]);
    return payload;
  }

  return { ask, act };
}
