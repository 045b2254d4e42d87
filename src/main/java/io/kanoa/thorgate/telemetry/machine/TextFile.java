package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads small kernel files into one buffer that is used again, and walks over their lines without making strings. Of a
 * file larger than the buffer only the whole lines at its start are seen.
 */
final class TextFile {

    /** Stands for a number that is not there. */
    static final long ABSENT = Long.MIN_VALUE;

    private final byte[] buffer;
    private int length;
    private int position;
    private int nextLine;

    TextFile() {
        this(16 * 1024);
    }

    TextFile(int bufferSize) {
        buffer = new byte[bufferSize];
    }

    /** Reads a file anew; stands before its first line. */
    void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(buffer, 0, buffer.length);
        }
        if (length == buffer.length) {
            dropCutLine();
        }
        position = 0;
        nextLine = 0;
    }

    /** Moves to the start of the next line, if there is one. */
    boolean nextLine() {
        if (nextLine >= length) {
            return false;
        }
        position = nextLine;
        while (nextLine < length && buffer[nextLine] != '\n') {
            nextLine++;
        }
        nextLine++;
        return true;
    }

    /** Takes this text at the present place of the line; moves only where it is there. */
    boolean take(byte[] text) {
        if (position + text.length > lineEnd()) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (buffer[position + i] != text[i]) {
                return false;
            }
        }
        position += text.length;
        return true;
    }

    /** Moves behind the last such character of the line, if there is one. */
    boolean skipPastLast(char character) {
        for (int i = lineEnd() - 1; i >= position; i--) {
            if (buffer[i] == character) {
                position = i + 1;
                return true;
            }
        }
        return false;
    }

    /** Moves over blanks, then over one word. */
    void skipWord() {
        skipBlanks();
        while (position < lineEnd() && !isBlank(buffer[position])) {
            position++;
        }
    }

    /** The character at the present place behind blanks; NUL at the end of the line. */
    char peek() {
        skipBlanks();
        return position < lineEnd() ? (char) buffer[position] : 0;
    }

    /** The next whole number of the line, behind blanks; {@link #ABSENT} where there is none that fits a long. */
    long number() {
        skipBlanks();
        int start = position;
        long value = 0;
        while (position < lineEnd() && isDigit(buffer[position])) {
            int digit = buffer[position++] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return ABSENT;
            }
            value = value * 10 + digit;
        }
        return position == start || !atWordEnd() ? ABSENT : value;
    }

    /** As {@link #number()}, with a minus sign before it where there is one. */
    long signedNumber() {
        boolean negative = peek() == '-';
        if (negative) {
            position++;
        }
        long value = negative && peek() == '-' ? ABSENT : number();
        return negative && value != ABSENT ? -value : value;
    }

    /** Bytes of a name, for {@link #take}. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void dropCutLine() {
        while (length > 0 && buffer[length - 1] != '\n') {
            length--;
        }
    }

    private int lineEnd() {
        return Math.min(nextLine - 1, length);
    }

    private void skipBlanks() {
        while (position < lineEnd() && isBlank(buffer[position])) {
            position++;
        }
    }

    private boolean atWordEnd() {
        return position >= lineEnd() || isBlank(buffer[position]);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
