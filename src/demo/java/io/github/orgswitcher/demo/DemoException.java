package io.github.orgswitcher.demo;

/** The demo cannot run; the message is one sentence that tells its user why and what helps. */
public final class DemoException extends RuntimeException {

    private final String sentence;

    DemoException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    DemoException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /**
     * What to tell the user.
     *
     * @return one sentence
     */
    public String sentence() {
        return sentence;
    }
}
