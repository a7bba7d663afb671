package io.github.orgswitcher.domain;

import java.util.Optional;

/**
 * The encoding of RFC 3492 for one label, without its {@code xn--} prefix.
 *
 * <p>The JDK offers it only inside {@link java.net.IDN}, which is bound to IDNA2003 and Unicode 3.2: there
 * {@code straße} and {@code strasse} are one name, although they are two domains that two people can own.
 */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_CODE_POINT = 0x80;
    private static final char DELIMITER = '-';
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private Punycode() {}

    /** Encodes a label; the caller keeps it short enough for the sums below ({@link HostName#MAX_NAME}). */
    static String encode(String label) {
        int[] codePoints = label.codePoints().toArray();
        StringBuilder encoded = new StringBuilder();
        label.codePoints().filter(c -> c < INITIAL_CODE_POINT).forEach(encoded::appendCodePoint);
        int basic = encoded.length();
        if (basic > 0) {
            encoded.append(DELIMITER);
        }
        int current = INITIAL_CODE_POINT;
        int delta = 0;
        int bias = INITIAL_BIAS;
        int handled = basic;
        while (handled < codePoints.length) {
            int next = smallestFrom(codePoints, current);
            delta += (next - current) * (handled + 1);
            current = next;
            for (int codePoint : codePoints) {
                if (codePoint < current) {
                    delta++;
                } else if (codePoint == current) {
                    appendNumber(encoded, delta, bias);
                    handled++;
                    bias = adapt(delta, handled, handled == basic + 1);
                    delta = 0;
                }
            }
            delta++;
            current++;
        }
        return encoded.toString();
    }

    /** The label behind the encoded text; empty when the text is not Punycode in lower case. */
    static Optional<String> decode(String encoded) {
        int delimiter = Math.max(encoded.lastIndexOf(DELIMITER), 0);
        StringBuilder label = new StringBuilder(encoded.substring(0, delimiter));
        int position = delimiter > 0 ? delimiter + 1 : 0;
        int length = label.codePointCount(0, label.length());
        int bias = INITIAL_BIAS;
        long codePoint = INITIAL_CODE_POINT;
        long index = 0;
        while (position < encoded.length()) {
            long before = index;
            long weight = 1;
            int digit;
            int threshold;
            int step = 0;
            do {
                digit = position < encoded.length() ? DIGITS.indexOf(encoded.charAt(position++)) : -1;
                index += digit * weight;
                if (digit < 0 || index > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                threshold = threshold(++step, bias);
                weight *= BASE - threshold;
            } while (digit >= threshold);

            length++;
            bias = adapt((int) (index - before), length, before == 0);
            codePoint += index / length;
            index %= length;
            if (codePoint > Character.MAX_CODE_POINT || Character.getType((int) codePoint) == Character.SURROGATE) {
                return Optional.empty();
            }
            label.insert(label.offsetByCodePoints(0, (int) index), Character.toChars((int) codePoint));
            index++;
        }
        return Optional.of(label.toString());
    }

    private static int smallestFrom(int[] codePoints, int least) {
        int smallest = Integer.MAX_VALUE;
        for (int codePoint : codePoints) {
            if (codePoint >= least && codePoint < smallest) {
                smallest = codePoint;
            }
        }
        return smallest;
    }

    private static void appendNumber(StringBuilder encoded, int number, int bias) {
        int rest = number;
        int step = 1;
        int threshold = threshold(step, bias);
        while (rest >= threshold) {
            int span = BASE - threshold;
            encoded.append(DIGITS.charAt(threshold + (rest - threshold) % span));
            rest = (rest - threshold) / span;
            threshold = threshold(++step, bias);
        }
        encoded.append(DIGITS.charAt(rest));
    }

    private static int threshold(int step, int bias) {
        return Math.min(Math.max(step * BASE - bias, T_MIN), T_MAX);
    }

    private static int adapt(int delta, int length, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / length;
        int steps = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            steps += BASE;
        }
        return steps + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
