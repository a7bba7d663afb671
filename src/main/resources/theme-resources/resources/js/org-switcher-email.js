/*
 * The page that waits for a mail: counts down to when another one may be asked for, and notices that somebody has signed in by
 * its link elsewhere. Without it the page says the same whenever it is drawn anew.
 */
const SECOND = 1_000;
const LOOK = 15 * SECOND;

const resend = document.getElementById("org-switcher-email-resend");
if (resend?.dataset.wait) {
    const end = Date.now() + Number(resend.dataset.wait) * SECOND;
    // In the digits that the page has drawn: browsers and servers differ in those of a language.
    const first = resend.textContent.match(/\p{Nd}/u)?.[0] ?? resend.dataset.wait[0];
    const zero = first.codePointAt(0) - Number(resend.dataset.wait[0]);
    const drawn = (number) => String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
    const timer = setInterval(() => {
        const left = Math.ceil((end - Date.now()) / SECOND);
        if (left > 0) {
            resend.textContent = resend.dataset.waiting.replace("\n", drawn(left));
        } else {
            resend.textContent = resend.dataset.ready;
            resend.disabled = false;
            clearInterval(timer);
        }
    }, SECOND);
}

const ways = document.getElementById("org-switcher-email-sent-ways");
if (ways?.dataset.mail) {
    const look = async () => {
        if (document.visibilityState !== "visible") {
            return;
        }
        const answer = await fetch(`${ways.dataset.used}?mail=${encodeURIComponent(ways.dataset.mail)}`);
        if (answer.ok && (await answer.text()) === "true") {
            location.replace(ways.dataset.refresh);
        }
    };
    // What fails is looked for again.
    const lookAgain = () => look().catch(() => {});
    document.addEventListener("visibilitychange", lookAgain);
    setInterval(lookAgain, LOOK);
}
