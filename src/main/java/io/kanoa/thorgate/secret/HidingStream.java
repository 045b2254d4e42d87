package io.kanoa.thorgate.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Passes bytes on without the secrets in them, wherever they are cut. What may be the beginning of a secret is held back until
 * more has come or {@link #close()}. For one thread.
 */
public final class HidingStream extends OutputStream {

    private final OutputStream out;
    private final List<String> forms;
    private String held = "";

    /** @param out is closed with this */
    public HidingStream(OutputStream out, Secrets secrets) {
        this.out = out;
        this.forms = secrets.forms().stream().map(HidingStream::asBytes).toList();
    }

    /** One character a byte, so that bytes that are no text come through as they are. */
    private static String asBytes(String form) {
        return new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        String text = held + new String(bytes, from, count, StandardCharsets.ISO_8859_1);
        for (String form : forms) {
            text = text.replace(form, Secrets.HIDDEN);
        }
        int safe = text.length() - heldBack(text);
        held = text.substring(safe);
        pass(text.substring(0, safe));
    }

    /** Length of the longest end of {@code text} that a secret begins with. */
    private int heldBack(String text) {
        int longest = 0;
        for (String form : forms) {
            for (int length = Math.min(form.length() - 1, text.length()); length > longest; length--) {
                if (text.endsWith(form.substring(0, length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private void pass(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            pass(held);
            held = "";
        }
    }
}
