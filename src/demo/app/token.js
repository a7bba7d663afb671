// What an access token says.

const TIMES = new Set(["exp", "iat", "auth_time", "nbf"]);

export function claimsOf(jwt) {
  const base64 = jwt.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The aliases in the claim, which Keycloak writes as a list, or as an object when it adds more than the alias. */
export function organizationsOf(claims) {
  const claim = claims.organization ?? [];
  return Array.isArray(claim) ? claim : Object.keys(claim);
}

/** Rows of a table, the organization first. */
export function rowsOf(claims) {
  return Object.keys(claims)
    .sort((a, b) => (b === "organization") - (a === "organization") || a.localeCompare(b))
    .map((name) => row(name, claims[name]));
}

function readable(name, value) {
  if (TIMES.has(name) && Number.isFinite(value)) {
    return `${value}\n${new Date(value * 1000).toLocaleString()}`;
  }
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function row(name, value) {
  const title = document.createElement("th");
  title.scope = "row";
  title.textContent = name;
  const cell = document.createElement("td");
  cell.textContent = readable(name, value);
  const line = document.createElement("tr");
  line.append(title, cell);
  return line;
}
