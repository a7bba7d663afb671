// Signs in whom the application has named (login_hint), since everybody's password is known. Without scripts one types it.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("kc-form-login");
  if (!form) {
    return;
  }
  const named = new URLSearchParams(location.search).get("login_hint");
  const signedIn = document.getElementById("kc-attempted-username");
  if (signedIn && named && named !== signedIn.value) {
    // Somebody else still has a session here: it ends where the login starts over.
    document.getElementById("reset-login").click();
    return;
  }
  // What the page came with, and not what has been typed since.
  const known = signedIn ?? form.username;
  if (known.defaultValue && known.getAttribute("aria-invalid") !== "true") {
    form.password.value = "demo";
    form.requestSubmit();
  }
});
