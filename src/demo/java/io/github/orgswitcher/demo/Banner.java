package io.github.orgswitcher.demo;

import java.nio.file.Path;

/** What the demo says when it is up: where to click and who to sign in as. */
final class Banner {

    private Banner() {}

    static String text(Ports ports, Path log) {
        return """

                Try this     %1$s/try.html    each state of the page, person by person, one press each
                Application  %1$s    Sign in by email or with "Social"

                By email, with the link or the code that comes to the inbox; then add a passkey, and be quicker next time:
                  you@acme.example         or any other: may join Acme or Acme Labs

                With "Social", where everyone's password is demo:
                  alice@acme.example       may join Acme or Acme Labs
                  bob@eu.globex.example    may join Globex, which lets in its subdomains
                  carol@freelance.example  is offered nothing, and may create an organization or skip
                  dave@acme.example        sees offers once the email address is verified (look into the inbox)
                  erin@gmail.com           is offered nothing: a public mail provider opens no organization

                Inbox        %2$s    as JSON: %2$s/api/messages
                Admin        %3$s/admin/    admin / admin, realm demo:
                             Organizations > Acme > Automated provisioning
                Log          %4$s

                Each start is a fresh one: what you do here is gone with the next.
                Ready on %1$s (Ctrl-C ends it)""".formatted(ports.appUrl(), ports.mailUrl(), ports.keycloakUrl(), log);
    }
}
