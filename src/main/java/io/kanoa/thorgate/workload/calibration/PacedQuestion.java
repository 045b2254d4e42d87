package io.kanoa.thorgate.workload.calibration;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP request as the paced server sees it.
 *
 * @param body empty where it has none
 * @param receivedNanos after the read that brought its last byte
 */
record PacedQuestion(String body, long receivedNanos) {

    /** Before the pace in the model's name. */
    static final String MODEL = "paced-";

    private static final String LENGTH = "content-length:";
    private static final int LONGEST_BODY = 1 << 16;

    /** @throws IOException if the client went away or sends what ours never does */
    static PacedQuestion read(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
        }
        byte[] body = in.readNBytes(Math.min(length, LONGEST_BODY));
        return new PacedQuestion(new String(body, StandardCharsets.UTF_8), System.nanoTime());
    }

    boolean asksForTokens() {
        return !body.isEmpty();
    }

    /** Tokens a second; 0 is as fast as it goes. */
    int pace() throws IOException {
        return (int) number("\"model\":\"" + MODEL);
    }

    int tokens() throws IOException {
        return (int) number("\"max_tokens\":");
    }

    long id() throws IOException {
        return number("\"seed\":");
    }

    private long number(String before) throws IOException {
        Matcher found = Pattern.compile(Pattern.quote(before) + "(\\d{1,18})").matcher(body);
        if (!found.find()) {
            throw new IOException("the request has no " + before);
        }
        return Long.parseLong(found.group(1));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed by the client");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
